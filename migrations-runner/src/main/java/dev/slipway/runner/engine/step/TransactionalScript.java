package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.lock.LockRetry;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Runs a script and writes its history row in one transaction, again if another transaction was in its way.
record TransactionalScript(ScriptRun run) {
    Duration run(Work work, Progressed progressed) {
        Script script = work.step().script();
        @Nullable Collection<Version> contract = run.contracts().after(script);
        LockRetry retry = run.retry(script.label());
        while (true) {
            try {
                Duration took = run.executor()
                        .inTransaction(
                                work.rest(),
                                run.lockTimeout(script),
                                run.ending(work, work.begun(), contract, progressed));
                run.guard().passed(work);
                return took;
            } catch (StatementFailed e) {
                if (!retry.pause(e.error())) {
                    throw Fault.of(work.step(), e, progressed, new ScriptFailed.Rest.RolledBack());
                }
            }
        }
    }
}
