package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.workbench.hazard.HazardCheck;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs one revision up, down and up on a database without rows.
///
/// @param model of the service that belongs to the scripts
/// @param recorded what was proved of the schema before it
record RevisionProof(Model model, RevisionTrial tried, Schema recorded) {
    static final String NO_UNDO = "there is no undo script";
    static final String NOT_BACK = "a downgrade does not lead back to the schema before it";

    /// @param trial a database at the parents
    /// @param known the trace of the script, if it was watched before
    RevisionRun run(ProofDatabase trial, @Nullable ScriptTrace known) throws ScriptRefused {
        Schema before = trial.schema();
        Step up = trial.step(tried.script());
        ScriptTrace trace = known == null ? trial.trace(up) : known;
        if (known != null) {
            trial.run(up);
        }
        Schema after = trial.schema();
        Evidence seen = Evidence.ofHazards(HazardCheck.of(up, trace, model));
        if (tried.undo() == null) {
            return new RevisionRun(before, after, null, trace, NO_UNDO, true, seen);
        }
        Return back = back(trial, known != null, before.settled(recorded));
        return new RevisionRun(
                before, after, back.again(), trace, back.irreversible(), back.stays(), seen.and(back.evidence()));
    }

    /// What was seen of the undo script, and of the script after it.
    ///
    /// @param again the schema after the second run, or null if there was none
    /// @param irreversible why the undo script does not lead back, or null
    /// @param stays whether the database is still at the revision
    private record Return(@Nullable Schema again, @Nullable String irreversible, boolean stays, Evidence evidence) {
        Return staying() {
            return new Return(again, irreversible, true, evidence);
        }
    }

    /// @param aside whether to try it first in a transaction that is rolled back
    private Return back(ProofDatabase trial, boolean aside, Schema before) throws ScriptRefused {
        Optional<Return> seen = aside ? trial.aside(beside -> back(beside, before)) : Optional.empty();
        return seen.isPresent() ? seen.get().staying() : back(trial, before);
    }

    private Return back(TrialDatabase trial, Schema before) throws ScriptRefused {
        Step down = trial.step(Objects.requireNonNull(tried.undo()));
        try {
            ScriptTrace trace = trial.trace(down);
            SchemaDifferences differences = SchemaDifferences.between(
                    before,
                    trial.schema(),
                    "before " + tried.script().label(),
                    "after " + down.script().label());
            Evidence evidence = Evidence.ofHazards(HazardCheck.of(down, trace, model))
                    .and(Evidence.ofFindings(
                            differences.findings(down.script().file().origin(), NOT_BACK, "correct the undo script")));
            return differences.isEmpty()
                    ? again(trial, evidence)
                    : new Return(null, "the undo script does not restore " + differences.inShort(), false, evidence);
        } catch (ScriptRefused e) {
            RejectedScript refusal = e.blamed().rejected();
            return new Return(
                    null,
                    "the undo script fails at line %d".formatted(refusal.line()),
                    down.transactional(),
                    Evidence.ofFinding(refusal.finding(
                            "a downgrade of %s fails".formatted(tried.script().label()), "correct the undo script")));
        }
    }

    private Return again(TrialDatabase trial, Evidence seen) throws ScriptRefused {
        try {
            trial.run(trial.step(tried.script()));
            return new Return(trial.schema(), null, true, seen);
        } catch (ScriptRefused e) {
            return new Return(
                    null,
                    null,
                    false,
                    seen.and(Evidence.ofFinding(e.blamed()
                            .rejected()
                            .finding(
                                    "an upgrade after a downgrade fails",
                                    "let the undo script remove everything the script makes"))));
        }
    }
}
