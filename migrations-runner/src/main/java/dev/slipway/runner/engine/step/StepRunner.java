package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.LockWatch;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs the steps of a plan one after the other.
public final class StepRunner {
    private final Session session;
    private final Progress progress;
    private final ScriptRun run;
    private final TransactionalScript transactional;
    private final BatchScript batches;
    private final ContractGate gate;
    private final ScriptExecutor executor;
    private final Direction direction;
    private final List<AppliedScript> done = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    /// @param history as it is before the first step
    public StepRunner(Session session, HistoryTable table, RunSettings settings, Progress progress, History history) {
        this.run = ScriptRun.of(session, table, settings, progress, history);
        this.direction = settings.direction();
        this.executor = run.executor();
        this.session = session;
        this.progress = progress;
        this.transactional = new TransactionalScript(run);
        this.batches = new BatchScript(run, session, table, settings.batches());
        this.gate = new ContractGate(new BatchTable(session, table.place()), session, run.contracts());
    }

    /// @throws SlipwayException if a script fails or the run is interrupted, saying how far it came
    public List<AppliedScript> run(List<ResumableStep> resumables) {
        if (resumables.isEmpty()) {
            return List.copyOf(done);
        }
        try (LockWatch watch = DatabaseCall.query("read the backend process ID", () -> LockWatch.over(session))) {
            executor.watch(watch);
            for (ResumableStep resumable : resumables) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new SlipwayException(new Interrupted(progressed(), ""));
                }
                try {
                    run(resumable);
                } catch (SlipwayException e) {
                    throw told(e);
                }
            }
        }
        return List.copyOf(done);
    }

    /// The same failure, with how far the run came if it was stopped between two statements of its own.
    private SlipwayException told(SlipwayException failed) {
        return failed.failure() instanceof Interrupted stopped && stopped.rest().isEmpty()
                ? new SlipwayException(new Interrupted(progressed(), ""), failed)
                : failed;
    }

    private void run(ResumableStep resumable) {
        Step step = resumable.step();
        Script script = step.script();
        gate.require(script, progressed());
        session.describe(script.label());
        progress.report(new Event.Applying(script.title()));
        Duration took = heard(resumable);
        done.add(new AppliedScript(
                script.label(), script.description(), script.file().path(), took.toMillis()));
        labels.add(script.label());
        progress.report(
                script instanceof Script.Undo
                        ? new Event.TakenBack(script.title(), took)
                        : new Event.Applied(script.title(), took));
    }

    private Duration heard(ResumableStep resumable) {
        ServerMessages messages =
                new ServerMessages(resumable.step().script().file().fileName(), progress);
        executor.hear(messages);
        try {
            if (resumable.step().inBatches().isPresent()) {
                return batches.run(resumable, resumable.step().inBatches().get(), progressed(), messages);
            }
            return resumable.step().transactional()
                    ? transactional.run(resumable, progressed())
                    : new StandaloneScript(run, resumable, progressed()).run();
        } finally {
            messages.end();
        }
    }

    private RunProgress progressed() {
        return new RunProgress(direction, labels);
    }
}
