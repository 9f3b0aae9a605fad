package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.workbench.hazard.HazardCheck;
import dev.slipway.workbench.trace.ScriptTrace;
import org.jspecify.annotations.Nullable;

/// Runs one revision up, down and up on a database without rows.
///
/// @param model of the service that belongs to the scripts
/// @param recorded what was proved of the schema before it
record RevisionProof(Model model, RevisionTrial tried, Schema recorded) {
    static final String NO_UNDO = "there is no undo script";
    static final String NOT_BACK = "a downgrade does not lead back to the schema before it";

    /// @param trial a database at the parents
    RevisionRun run(ProofDatabase trial) throws ScriptRefused {
        Schema before = trial.schema();
        Step up = trial.step(tried.script());
        ScriptTrace trace = trial.trace(up);
        Schema after = trial.schema();
        Evidence seen = hazards(up, trace);
        if (tried.undo() == null) {
            return new RevisionRun(before, after, null, trace, NO_UNDO, true, seen);
        }
        Return back = back(trial, trial.step(tried.undo()), before.settled(recorded));
        if (back.irreversible() != null) {
            return new RevisionRun(
                    before, after, null, trace, back.irreversible(), back.stays(), seen.and(back.evidence()));
        }
        Again again = again(trial, up);
        return new RevisionRun(
                before,
                after,
                again.schema(),
                trace,
                null,
                again.schema() != null,
                seen.and(back.evidence()).and(again.evidence()));
    }

    /// @param irreversible why the undo script does not lead back, or null
    /// @param stays whether the database is still at the revision
    private record Return(@Nullable String irreversible, boolean stays, Evidence evidence) {}

    private Return back(ProofDatabase trial, Step down, Schema before) {
        try {
            ScriptTrace trace = trial.trace(down);
            SchemaDifferences differences = SchemaDifferences.between(
                    before,
                    trial.schema(),
                    "before " + tried.script().label(),
                    "after " + down.script().label());
            Evidence evidence = hazards(down, trace)
                    .and(Evidence.ofFindings(
                            differences.findings(down.script().file().origin(), NOT_BACK, "correct the undo script")));
            return new Return(
                    differences.isEmpty() ? null : "the undo script does not restore " + differences.inShort(),
                    false,
                    evidence);
        } catch (ScriptRefused e) {
            RejectedScript refusal = e.rejected();
            return new Return(
                    "the undo script fails at line %d".formatted(refusal.line()),
                    down.transactional(),
                    Evidence.ofFinding(refusal.finding(
                            "a downgrade of %s fails".formatted(tried.script().label()), "correct the undo script")));
        }
    }

    /// @param schema after the second run, or null if it failed
    private record Again(@Nullable Schema schema, Evidence evidence) {}

    private static Again again(ProofDatabase trial, Step up) {
        try {
            trial.run(up);
            return new Again(trial.schema(), Evidence.NONE);
        } catch (ScriptRefused e) {
            return new Again(
                    null,
                    Evidence.ofFinding(e.rejected()
                            .finding(
                                    "an upgrade after a downgrade fails",
                                    "let the undo script remove everything the script makes")));
        }
    }

    private Evidence hazards(Step step, ScriptTrace trace) {
        return Evidence.ofHazards(HazardCheck.of(step, trace, model));
    }
}
