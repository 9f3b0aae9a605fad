package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs the steps of a plan one after the other.
final class StepRunner {
    private final Session session;
    private final Progress progress;
    private final TransactionalScript transactional;
    private final StandaloneScript standalone;
    private final List<UpgradeResult.AppliedScript> applied = new ArrayList<>();

    StepRunner(Session session, HistoryTable table, UpgradeRequest request, Progress progress, History history) {
        ScriptRun run = ScriptRun.of(session, table, request, progress, history);
        this.session = session;
        this.progress = progress;
        this.transactional = new TransactionalScript(run);
        this.standalone = new StandaloneScript(run);
    }

    List<UpgradeResult.AppliedScript> run(List<Work> works) {
        for (Work work : works) {
            if (Thread.currentThread().isInterrupted()) {
                throw new SlipwayException(new Interrupted(progressed(), ""));
            }
            run(work, works.size());
        }
        return applied;
    }

    private void run(Work work, int of) {
        Step step = work.step();
        Script script = step.script();
        session.describe(script.label());
        progress.report(new Event.Applying(script.title(), applied.size() + 1, of));
        NewRow row = NewRow.of(work.rank(), script, step.checksum());
        Duration took = step.transactional()
                ? transactional.run(work, row, progressed())
                : standalone.run(work, row, progressed());
        applied.add(new UpgradeResult.AppliedScript(
                script.label(), script.description(), script.file().path(), took.toMillis()));
        progress.report(new Event.Applied(script.title(), took));
    }

    private Progressed progressed() {
        return new Progressed(
                applied.stream().map(UpgradeResult.AppliedScript::label).toList());
    }
}
