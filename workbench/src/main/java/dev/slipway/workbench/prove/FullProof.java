package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.VaryingNames;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.hazard.HazardCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that is tried of one revision: up, down and up without rows, with rows, and where repeatable scripts ran
/// before it; and whether what it makes is the same each time. Of a revision that is taken as it is only the last
/// counts.
///
/// @param recorded what was proved of the schema before it
record FullProof(ProveRequest request, NamesFound names, RevisionTrial tried, Schema recorded) {
    /// @param first a database at the parents of the revision; it is at the revision then if the run stays there
    RevisionRun run(ProofDatabase first) throws ScriptRefused {
        RunNames naming = new NameProof(first, tried.script(), recorded).run();
        names.add(naming.keys());
        ThrowawayRuns beside = new ThrowawayRuns(request, tried);
        RevisionProof proof = new RevisionProof(request.model(), tried, recorded);
        Optional<ThrowawayRuns.Seen> aside = beside.aside(first);
        if (aside.isPresent()) {
            RevisionRun seen = proof.run(first, aside.get().trace());
            return settled(seen, naming, aside.get(), first);
        }
        try (ProofDatabase other = first.copy()) {
            RevisionRun seen = proof.run(first, null);
            return settled(seen, naming, beside.onCopy(other, seen), other);
        }
    }

    private RevisionRun settled(RevisionRun seen, RunNames naming, ThrowawayRuns.Seen beside, ProofDatabase where) {
        RepeatedRunCheck.Settled settled = steadiness(seen, where).settled(seen.isUnsure() ? beside.made() : null);
        Schema after = naming.marked(settled.schema());
        return seen.leading(
                after,
                tried.taken()
                        ? Evidence.NONE
                        : seen.evidence()
                                .and(notes(where))
                                .and(beside.evidence(seen.irreversible() == null))
                                .and(Evidence.ofHazards(varying(where.step(tried.script()), naming, settled)))
                                .and(again(after, seen.again())));
    }

    private Evidence notes(ProofDatabase where) {
        ScriptSteps steps = where.steps(where.session());
        Evidence notes = Evidence.ofNotes(steps.notes(tried.script()));
        return tried.undo() == null ? notes : notes.and(Evidence.ofNotes(steps.notes(tried.undo())));
    }

    private RepeatedRunCheck steadiness(RevisionRun seen, ProofDatabase where) {
        Set<String> circumstances = DatabaseCall.query(
                        "read the server's date", () -> ServerCircumstances.read(where.session()))
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
