package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Direction;
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
import java.util.ArrayList;
import java.util.List;

/// Tries all undo scripts before the first of them is run for good, so that a chain that would fail in its middle is
/// not begun. What runs without a transaction cannot be tried, and what comes after it only as long as it does not
/// need it.
public final class Rehearser {
    private final Rehearsal rehearsal;
    private final RunSettings settings;
    private final Progress progress;

    public Rehearser(Session session, HistoryTable table, RunSettings settings, Progress progress) {
        this.rehearsal = new Rehearsal(session, new ScriptExecutor(session, table));
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
        losses.addAll(0, tried(tried, certain));
        return losses;
    }

    private List<Loss> tried(List<Step> steps, boolean certain) {
        LockRetry retry = new LockRetry("the rehearsal", progress);
        while (true) {
            HeldMessages messages = new HeldMessages();
            try {
                return rehearsal.run(
                        steps.stream().map(step -> part(step, messages)).toList());
            } catch (StatementFailed e) {
                if (retry.pause(e.error())) {
                    continue;
                }
                Step failed = failed(steps, e);
                if (!certain && !e.error().isConnectionLost()) {
                    return List.of(new Loss.Unknown(name(failed), "it needs what runs without a transaction"));
                }
                messages.tell(name(failed), progress);
                throw Fault.of(
                        failed, e, new Progressed(Direction.DOWN, List.of()), new ScriptFailed.Rest.RolledBack());
            }
        }
    }

    private Rehearsal.Part part(Step step, HeldMessages messages) {
        return new Rehearsal.Part(
                step.statements(),
                step.script().header().ownLockTimeout().orElse(settings.lockTimeout()),
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
