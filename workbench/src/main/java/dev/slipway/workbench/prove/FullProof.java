package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.VaryingNames;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.hazard.HazardCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that is tried of one revision: up, down and up without rows, with rows, and where repeatable scripts ran
/// before it; and whether what it makes is the same each time.
final class FullProof {
    private final ScratchPool positions;
    private final RevisionTrial tried;
    private final Schema recorded;
    private final List<Finding> findings = new ArrayList<>();
    private final List<HazardFound> hazards = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private RunNames naming = RunNames.NOTHING;

    /// @param recorded what was proved of the schema before it
    FullProof(ScratchPool positions, RevisionTrial tried, Schema recorded) {
        this.positions = positions;
        this.tried = tried;
        this.recorded = recorded;
    }

    /// @param order what it builds on
    /// @param first a database there, which becomes one at the revision
    /// @param other another one there, on which everything may be tried
    RevisionRun run(List<Version> order, ProofDatabase first, ProofDatabase other) {
        naming = new NameProof(other, tried.script(), recorded).run();
        positions.names().add(naming.keys());
        RevisionRun seen = new RevisionProof(positions, order, tried, recorded).run(first);
        findings.addAll(seen.findings());
        notes.addAll(other.notes(tried.script()));
        Optional.ofNullable(tried.undo()).map(other::notes).ifPresent(notes::addAll);
        whereDeployed(seen, other);
        Optional<Schema> second = onRows(seen, other);
        Schema settled = settled(seen, other, second.orElse(null));
        return seen.with(hazards).leading(settled);
    }

    private void whereDeployed(RevisionRun seen, ProofDatabase other) {
        if (positions.graph().scripts().repeatable().isEmpty()) {
            return;
        }
        try (ProofDatabase deployed = other.copy()) {
            DeployedProof proof = new DeployedProof(positions, tried.working(seen));
            findings.addAll(proof.run(deployed));
            notes.addAll(proof.notes());
        }
    }

    /// @return the schema that the script leads to where there are rows, if that was looked at
    private Optional<Schema> onRows(RevisionRun seen, ProofDatabase other) {
        RowProof proof = new RowProof(positions, tried.working(seen), seen);
        if (!proof.isNeeded()) {
            return seen.isUnsure() ? once(other) : Optional.empty();
        }
        hazards.addAll(proof.run(other));
        notes.addAll(proof.notes());
        return proof.made();
    }

    private Optional<Schema> once(ProofDatabase other) {
        try {
            other.run(other.step(tried.script()));
            return Optional.of(other.schema());
        } catch (StatementFailed _) {
            return Optional.empty();
        }
    }

    private Schema settled(RevisionRun seen, ProofDatabase other, @Nullable Schema second) {
        Step step = other.step(tried.script());
        Set<String> circumstances = DatabaseCall.query(
                        "ask the server for its day", () -> ServerCircumstances.read(other.session()))
                .in(step.script().file().text());
        RepeatedRunCheck steadiness = new RepeatedRunCheck(recorded, seen.before(), seen.after(), circumstances);
        Schema settled = naming.marked(steadiness.settled(second));
        naming.told().forEach(key -> hazards.add(HazardCheck.ofNaming(step, key)));
        steadiness.unsteady().stream()
                .filter(key -> !VaryingNames.isOne(key))
                .forEach(key -> hazards.add(HazardCheck.ofVarying(step, key)));
        Schema again = seen.again();
        if (again != null) {
            findings.addAll(SchemaDifferences.between(settled, again, "the first time", "the second time")
                    .findings(
                            tried.script().file().origin(),
                            "an upgrade after a downgrade leads to another schema",
                            "let the script make the same whatever an undo leaves behind"));
        }
        return settled;
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> notes() {
        return notes;
    }
}
