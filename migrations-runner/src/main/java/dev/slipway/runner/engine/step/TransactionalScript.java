package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.lock.LockRetry;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import java.time.Duration;

/// Runs a script and writes its history row in one transaction, again if another transaction was in its way.
record TransactionalScript(ScriptRun run) {
    Duration run(ResumableStep resumable, RunProgress progressed) {
        Script script = resumable.step().script();
        run.guard().before(resumable);
        LockRetry retry = run.retry(script.label());
        while (true) {
            try {
                Duration took = once(resumable, progressed);
                run.passed(resumable);
                return took;
            } catch (StatementFailed e) {
                if (!retry.pause(e.error())) {
                    throw StepFailure.of(resumable.step(), e, progressed, new ScriptFailed.Rest.RolledBack());
                }
            }
        }
    }

    /// Afterwards the script stands with its row in the history, or nothing of it.
    private Duration once(ResumableStep resumable, RunProgress progressed) throws StatementFailed {
        ScriptExecutor executor = run.executor();
        return executor.inTransaction(run.lockTimeout(resumable.step().script()), () -> {
            Duration took = executor.run(resumable.rest());
            run.commit(resumable, took, progressed);
            return took;
        });
    }
}
