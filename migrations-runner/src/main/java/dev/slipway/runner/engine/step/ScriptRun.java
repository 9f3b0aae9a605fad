package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.history.Contracts;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.lock.LockRetry;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.Ending;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StandaloneExecutor;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.Blockers;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// What both ways of running a script need.
record ScriptRun(
        ScriptExecutor executor,
        StandaloneExecutor standalone,
        Contracts contracts,
        LockLimits locks,
        Blockers blockers,
        StepGuard guard,
        Progress progress) {
    static ScriptRun of(Session session, HistoryTable table, RunSettings settings, Progress progress, History history) {
        ScriptExecutor executor = new ScriptExecutor(session, table);
        return new ScriptRun(
                executor,
                new StandaloneExecutor(session, table, executor),
                new Contracts(settings.scripts(), history),
                settings.locks(),
                new Blockers(session),
                settings.guard(),
                progress);
    }

    /// @param begun what there is of the history row, or null
    Ending ending(Work work, @Nullable BegunRow begun, @Nullable Collection<Version> contract, Progressed progressed) {
        return new Ending(work.rows(), begun, contract, guard.check(work, progressed));
    }

    Duration lockTimeout(Script script) {
        return script.header().ownLockTimeout().orElse(locks.timeout());
    }

    /// More tries, should others be in the way.
    LockRetry retry(String label) {
        return new LockRetry(label, locks, blockers, progress);
    }
}
