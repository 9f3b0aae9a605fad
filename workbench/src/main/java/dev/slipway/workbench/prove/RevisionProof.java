package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs one revision up, down and up on databases without rows.
final class RevisionProof {
    static final String NO_UNDO = "there is no undo script";
    static final String NOT_BACK = "a downgrade does not lead back to the schema before it";

    private final ScratchPool positions;
    private final List<Version> parents;
    private final Script.Revision script;
    private final Script.@Nullable Undo undo;
    private final Schema recorded;

    private final List<HazardFound> hazards = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /// @param parents everything the revision builds on, in order
    /// @param recorded what was proved of their schema
    RevisionProof(ScratchPool positions, List<Version> parents, RevisionTrial tried, Schema recorded) {
        this.positions = positions;
        this.parents = List.copyOf(parents);
        this.recorded = recorded;
        this.script = tried.script();
        this.undo = tried.undo();
    }

    /// @param first a database at the parents, which becomes one at the revision
    RevisionRun run(ProofDatabase first) {
        ProofDatabase trial = first;
        Schema before = trial.schema();
        Step up = trial.step(script);
        ScriptTrace trace = traced(trial, up);
        Schema after = trial.schema();
        hazards.addAll(positions.hazards(up, trace));
        Optional<String> irreversible =
                undo == null ? Optional.of(NO_UNDO) : takenBack(trial, trial.step(undo), before.settled(recorded));
        @Nullable Schema again = null;
        if (undo != null && irreversible.isEmpty()) {
            again = again(trial, up);
        } else if (undo != null) {
            trial.close();
            trial = positions.at(parents);
            traced(trial, up);
        }
        return new RevisionRun(trial, before, after, again, trace, irreversible.orElse(null), hazards, findings);
    }

    private ScriptTrace traced(ProofDatabase trial, Step step) {
        try {
            return trial.trace(step);
        } catch (StatementFailed e) {
            throw positions.failed(step, e);
        }
    }

    /// @return why it could not be taken back
    private Optional<String> takenBack(ProofDatabase trial, Step down, Schema before) {
        try {
            ScriptTrace trace = trial.trace(down);
            Schema restored = trial.schema();
            hazards.addAll(positions.hazards(down, trace));
            SchemaDifferences differences = SchemaDifferences.between(
                    before,
                    restored,
                    "before " + script.label(),
                    "after " + down.script().label());
            findings.addAll(differences.findings(down.script().file().origin(), NOT_BACK, "correct the undo script"));
            return differences.isEmpty()
                    ? Optional.empty()
                    : Optional.of("the undo script does not restore " + differences.inShort());
        } catch (StatementFailed e) {
            RejectedScript refusal = RejectedScript.of(positions.failed(down, e));
            findings.add(
                    refusal.finding("a downgrade of %s fails".formatted(script.label()), "correct the undo script"));
            return Optional.of("the undo script fails at line %d".formatted(refusal.line()));
        }
    }

    private @Nullable Schema again(ProofDatabase trial, Step up) {
        try {
            trial.run(up);
            return trial.schema();
        } catch (StatementFailed e) {
            findings.add(RejectedScript.of(positions.failed(up, e))
                    .finding(
                            "an upgrade after a downgrade fails",
                            "let the undo script remove everything the script makes"));
            return null;
        }
    }
}
