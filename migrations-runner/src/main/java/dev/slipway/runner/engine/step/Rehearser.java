package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.lock.LockRetry;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.Rehearsal;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.Blockers;
import dev.slipway.runner.postgres.lock.LockWatch;
import dev.slipway.runner.postgres.lock.Patience;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tries all undo scripts before the first of them is run for good, so that a chain that would fail in its middle is
/// not begun. What runs without a transaction cannot be tried, and what comes after it only as long as it does not
/// need it.
///
/// The rehearsal holds the locks of the whole chain until it is rolled back, so the time that others wait for it is
/// bounded as its own waits are. Where that is never enough, nothing is known of what would be lost.
public final class Rehearser {
    /// A rehearsal that nobody was in the way of, and that kept others waiting too long, does so the next time too.
    private static final int TOO_LONG = 3;

    private final Session session;
    private final ScriptExecutor executor;
    private final RunSettings settings;
    private final Progress progress;

    public Rehearser(Session session, HistoryTable table, RunSettings settings, Progress progress) {
        this.session = session;
        this.executor = new ScriptExecutor(session, table);
        this.settings = settings;
        this.progress = progress;
    }

    /// @return what would be lost
    /// @throws SlipwayException if a script would fail
    public List<Loss> rehearse(List<Work> works) {
        List<Step> tried = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        for (Work work : works) {
            if (work.step().transactional()) {
                tried.add(work.step());
            } else {
                losses.add(new Loss.Unknown(name(work.step()), "it runs without a transaction"));
            }
        }
        boolean certain = losses.isEmpty();
        try (LockWatch watch = DatabaseCall.query("ask for the own process", () -> LockWatch.over(session))) {
            executor.watch(watch);
            losses.addAll(0, tried(tried, certain));
        }
        return losses;
    }

    private List<Loss> tried(List<Step> steps, boolean certain) {
        Rehearsal rehearsal = new Rehearsal(session, executor);
        LockRetry retry = new LockRetry("the rehearsal", settings.locks(), new Blockers(session), progress);
        int tooLong = 0;
        while (true) {
            HeldMessages messages = new HeldMessages();
            List<Rehearsal.Part> parts =
                    steps.stream().map(step -> part(step, messages)).toList();
            try {
                return rehearsal.run(parts, Patience.ofWaitsAndWork(longest(parts)));
            } catch (StatementFailed e) {
                ServerError error = e.error();
                tooLong += error.isLockTimeout() && error.waiting().blockers().isEmpty() ? 1 : 0;
                if (tooLong < TOO_LONG && retry.pause(error)) {
                    continue;
                }
                if (!error.collision().isEmpty() && !Thread.currentThread().isInterrupted()) {
                    return unknown(steps, "it " + error.collision());
                }
                Step failed = failed(steps, e);
                if (!certain && !error.isConnectionLost()) {
                    return unknown(List.of(failed), "it needs what runs without a transaction");
                }
                messages.tell(name(failed), progress);
                throw Fault.of(
                        failed, e, new Progressed(Direction.DOWN, List.of()), new ScriptFailed.Rest.RolledBack());
            }
        }
    }

    private static List<Loss> unknown(List<Step> steps, String why) {
        return steps.stream()
                .<Loss>map(step -> new Loss.Unknown(name(step), why))
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

    private Rehearsal.Part part(Step step, HeldMessages messages) {
        return new Rehearsal.Part(
                step.statements(),
                step.script().header().ownLockTimeout().orElse(settings.locks().timeout()),
                messages.of(name(step)));
    }

    /// The step with this very statement; another script may hold one that is equal.
    @SuppressWarnings("ReferenceEquality")
    private static Step failed(List<Step> steps, StatementFailed failure) {
        return steps.stream()
                .filter(step -> step.statements().stream()
                        .anyMatch(statement -> failure.statement()
                                .filter(failed -> failed == statement)
                                .isPresent()))
                .findFirst()
                .orElseGet(steps::getLast);
    }

    private static String name(Step step) {
        Script script = step.script();
        return script.file().fileName();
    }
}
