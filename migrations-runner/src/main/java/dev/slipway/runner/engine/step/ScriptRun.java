package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.history.Contracts;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.lock.LockRetry;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.ScriptRecord;
import dev.slipway.runner.postgres.apply.StandaloneExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.Blockers;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
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

    /// Ends a script in the transaction that is open: its result is held against the proof, and the history tells of
    /// it.
    ///
    /// @param begun what there is of its history row, or null
    void complete(ResumableStep resumable, @Nullable BegunRow begun, Duration took, RunProgress progressed)
            throws StatementFailed {
        verify(resumable, progressed);
        ScriptRecord record = executor.record();
        record.rows(resumable.rows(), begun, took);
        Optional<Collection<Version>> changed = contracts(resumable);
        if (changed.isPresent()) {
            record.contracts(changed.get());
        }
        guard.write(resumable, progressed);
        record.more(guard.statements(resumable));
    }

    /// Ends a script that began in the transaction that is open, and commits it where that saves round trips.
    void commit(ResumableStep resumable, Duration took, RunProgress progressed) throws StatementFailed {
        if (guard.writes() || resumable.begun() != null) {
            complete(resumable, resumable.begun(), took, progressed);
        } else if (guard.takesPart()) {
            verify(resumable, progressed);
            executor.commit(resumable.rows(), took, contracts(resumable), guard.statements(resumable));
        } else {
            executor.endAndCommit(resumable.rows(), took, contracts(resumable));
        }
    }

    /// The applied revisions that are contracts, if the script changes them.
    private Optional<Collection<Version>> contracts(ResumableStep resumable) {
        return contracts.after(resumable.step().script());
    }

    private void verify(ResumableStep resumable, RunProgress progressed) throws StatementFailed {
        executor.takeLeftovers();
        guard.verify(resumable, progressed);
    }

    /// What `complete` wrote is committed.
    void passed(ResumableStep resumable) {
        guard.passed(resumable);
        contracts.passed(resumable.step().script());
    }

    Duration lockTimeout(Script script) {
        return script.header().lockTimeoutOr(locks.timeout());
    }

    /// More tries, should others be in the way.
    LockRetry retry(String label) {
        return new LockRetry(label, locks, blockers, progress);
    }
}
