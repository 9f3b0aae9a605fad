package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.VaryingNames;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.hazard.HazardCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that is tried of one revision: up, down and up without rows, with rows, and where repeatable scripts ran
/// before it; and whether what it makes is the same each time. Of a revision that is taken as it is only the last
/// counts.
///
/// @param recorded what was proved of the schema before it
record FullProof(ProveRequest request, NamesFound names, RevisionTrial tried, Schema recorded) {
    /// @param first a database at the parents of the revision; it is at the revision then if the run stays there
    /// @param other another one, on which everything may be tried
    RevisionRun run(ProofDatabase first, ProofDatabase other) throws ScriptRefused {
        RunNames naming = new NameProof(other, tried.script(), recorded).run();
        names.add(naming.keys());
        RevisionRun seen = new RevisionProof(request.model(), tried, recorded).run(first);
        if (tried.taken()) {
            Schema made = steadiness(seen, other).settled(once(other)).schema();
            return seen.leading(naming.marked(made), Evidence.NONE);
        }
        RevisionTrial working = tried.working(seen);
        Evidence evidence = seen.evidence().and(notes(other)).and(deployed(working, other));
        RowRun rows = onRows(working, seen, other);
        RepeatedRunCheck.Settled settled = steadiness(seen, other).settled(rows.made());
        Schema after = naming.marked(settled.schema());
        return seen.leading(
                after,
                evidence.and(rows.evidence())
                        .and(Evidence.ofHazards(varying(other.step(tried.script()), naming, settled)))
                        .and(again(after, seen.again())));
    }

    private Evidence notes(ProofDatabase other) {
        Evidence notes = Evidence.ofNotes(other.notes(tried.script()));
        return tried.undo() == null ? notes : notes.and(Evidence.ofNotes(other.notes(tried.undo())));
    }

    private Evidence deployed(RevisionTrial working, ProofDatabase other) {
        if (request.graph().scripts().repeatable().isEmpty()) {
            return Evidence.NONE;
        }
        try (ProofDatabase deployed = other.copy()) {
            return new DeployedProof(request.graph(), working).run(deployed);
        }
    }

    private RowRun onRows(RevisionTrial working, RevisionRun seen, ProofDatabase other) {
        RowProof proof = new RowProof(working, seen);
        if (proof.isNeeded()) {
            return proof.run(other);
        }
        return new RowRun(seen.isUnsure() ? once(other) : null, Evidence.NONE);
    }

    private @Nullable Schema once(ProofDatabase other) {
        try {
            other.run(other.step(tried.script()));
            return other.schema();
        } catch (ScriptRefused _) {
            return null;
        }
    }

    private RepeatedRunCheck steadiness(RevisionRun seen, ProofDatabase other) {
        Set<String> circumstances = DatabaseCall.query(
                        "ask the server for its day", () -> ServerCircumstances.read(other.session()))
                .in(tried.script().file().text());
        return new RepeatedRunCheck(recorded, seen.before(), seen.after(), circumstances);
    }

    private static List<HazardFound> varying(Step step, RunNames naming, RepeatedRunCheck.Settled settled) {
        List<HazardFound> hazards = new ArrayList<>();
        naming.told().forEach(key -> hazards.add(HazardCheck.ofNaming(step, key)));
        settled.unsteady().stream()
                .filter(key -> !VaryingNames.isOne(key))
                .forEach(key -> hazards.add(HazardCheck.ofVarying(step, key)));
        return hazards;
    }

    private Evidence again(Schema after, @Nullable Schema again) {
        return again == null
                ? Evidence.NONE
                : Evidence.ofFindings(SchemaDifferences.between(after, again, "the first time", "the second time")
                        .findings(
                                tried.script().file().origin(),
                                "an upgrade after a downgrade leads to another schema",
                                "let the script make the same whatever an undo leaves behind"));
    }
}
