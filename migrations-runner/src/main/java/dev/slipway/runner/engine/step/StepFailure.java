package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.failure.ConnectionLost;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.Overtaken;
import dev.slipway.runner.model.failure.ResultUnread;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;

/// Tells apart why a script did not come to its end.
public final class StepFailure {
    private StepFailure() {}

    public static SlipwayException of(
            Step step, StatementFailed cause, RunProgress progressed, ScriptFailed.Rest rest) {
        return new SlipwayException(failure(step, cause, progressed, rest), cause);
    }

    private static Failure failure(Step step, StatementFailed cause, RunProgress progressed, ScriptFailed.Rest rest) {
        Script script = step.script();
        if (Thread.currentThread().isInterrupted()) {
            return new Interrupted(progressed, rest.text(script.label()));
        }
        if (cause.error().isConnectionLost()) {
            return new ConnectionLost(script.label(), cause.error().message(), progressed, rest);
        }
        if (cause.phase() == StatementFailed.Phase.RECORD) {
            return new Overtaken(script.label() + " ran", progressed, rest.text(script.label()));
        }
        if (cause.phase() == StatementFailed.Phase.LOOK && !cause.error().isLockTimeout()) {
            return new ResultUnread(script.file().fileName(), script.label(), cause.error(), progressed, rest);
        }
        SourcePlace place = cause.statement()
                .map(statement ->
                        SourcePlace.of(script.file(), statement, cause.error().position()))
                .orElse(null);
        return new ScriptFailed(script.file().fileName(), script.label(), place, cause.error(), progressed, rest);
    }
}
