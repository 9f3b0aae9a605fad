package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.lock.LockRetry;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.postgres.apply.Rehearsal;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.Blockers;
import dev.slipway.runner.postgres.lock.LockPatience;
import dev.slipway.runner.postgres.lock.LockWatch;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// Tries all undo scripts before the first of them is run for good, so that a chain that would fail in its middle is
/// not begun. What PostgreSQL runs in no transaction is tried in a form that it does run there, or else named, and
/// what comes after it is tried as long as it does not need it.
///
/// The rehearsal holds the locks of the whole chain until it is rolled back, so the time that others wait for it is
/// bounded as its own waits are. Where that is never enough, nothing is known of what would be lost.
public final class Rehearser {
    /// A rehearsal that nobody was in the way of, and that kept others waiting too long, does so the next time too.
    private static final int TOO_LONG = 3;

    private final Session session;
    private final ScriptExecutor executor;
    private final LockLimits locks;
    private final Progress progress;

    public Rehearser(Session session, HistoryTable table, LockLimits locks, Progress progress) {
        this.session = session;
        this.executor = new ScriptExecutor(session, table);
        this.locks = locks;
        this.progress = progress;
    }

    /// @return what would be lost, and what could not be tried
    /// @throws SlipwayException if a script would fail
    public List<Loss> rehearse(List<ResumableStep> resumables) {
        try (LockWatch watch = DatabaseCall.query("read the backend process ID", () -> LockWatch.over(session))) {
            executor.watch(watch);
            return tried(resumables);
        }
    }

    private List<Loss> tried(List<ResumableStep> resumables) {
        LockRetry retry = new LockRetry("the rehearsal", locks, new Blockers(session), progress);
        RehearsalLimits givenUp = new RehearsalLimits();
        int tooLong = 0;
        while (true) {
            HeldMessages messages = new HeldMessages();
            Rehearsal rehearsal = new Rehearsal(session, executor);
            List<Rehearsal.Part> parts = resumables.stream()
                    .map(resumable -> part(resumable, givenUp, messages))
                    .toList();
            try {
                return rehearsal.run(parts, LockPatience.ofWaitsAndWork(longest(parts)));
            } catch (StatementFailed e) {
                ServerError error = e.error();
                if (givenUp.add(e, parts)) {
                    continue;
                }
                tooLong += error.isLockTimeout() && error.waiting().blockers().isEmpty() ? 1 : 0;
                if (tooLong < TOO_LONG && retry.pause(error)) {
                    continue;
                }
                if (!error.collision().isEmpty() && !Thread.currentThread().isInterrupted()) {
                    return unknown(resumables, "it " + error.collision());
                }
                throw failed(resumables.get(Math.min(rehearsal.at(), resumables.size() - 1)), e, messages);
            }
        }
    }

    private SlipwayException failed(ResumableStep resumable, StatementFailed cause, HeldMessages messages) {
        messages.tell(name(resumable), progress);
        ScriptFailed.Rest rest = resumable.done() == 0
                ? new ScriptFailed.Rest.RolledBack()
                : new ScriptFailed.Rest.Begun(
                        resumable.done(), resumable.step().statements().size(), "");
        return StepFailure.of(resumable.step(), cause, new RunProgress(Direction.DOWN, List.of()), rest);
    }

    private static List<Loss> unknown(List<ResumableStep> resumables, String why) {
        return resumables.stream()
                .<Loss>map(resumable -> new Loss.Unknown(name(resumable), why))
                .toList();
    }

    private static Duration longest(List<Rehearsal.Part> parts) {
        boolean unbounded = parts.stream().anyMatch(part -> part.lockTimeout().isZero());
        return unbounded
                ? Duration.ZERO
                : parts.stream()
                        .map(Rehearsal.Part::lockTimeout)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
    }

    private Rehearsal.Part part(ResumableStep resumable, RehearsalLimits givenUp, HeldMessages messages) {
        return new Rehearsal.Part(
                name(resumable),
                new RehearsedScript(resumable, givenUp.reasons()).statements(),
                resumable.step().script().header().lockTimeoutOr(locks.timeout()),
                messages.of(name(resumable)));
    }

    private static String name(ResumableStep resumable) {
        return resumable.step().script().file().fileName();
    }
}
