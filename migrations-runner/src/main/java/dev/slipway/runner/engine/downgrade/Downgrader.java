package dev.slipway.runner.engine.downgrade;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.lock.LockWait;
import dev.slipway.runner.engine.plan.DownPlanner;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.engine.proof.NotRestored;
import dev.slipway.runner.engine.proof.ProofGate;
import dev.slipway.runner.engine.proof.ProofReport;
import dev.slipway.runner.engine.step.AppliedScript;
import dev.slipway.runner.engine.step.BatchForgettingGuard;
import dev.slipway.runner.engine.step.Rehearser;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.engine.step.RunSettings;
import dev.slipway.runner.engine.step.StepGuard;
import dev.slipway.runner.engine.step.StepGuards;
import dev.slipway.runner.engine.step.StepRunner;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.RunLock;
import java.time.Duration;
import java.util.List;

/// Brings a database down to a target: lock, check, rehearse, ask, run the undo scripts.
public final class Downgrader {
    private final Session session;
    private final DowngradeRequest request;
    private final RevisionGraph graph;
    private final Progress progress;

    private Downgrader(Session session, DowngradeRequest request, Progress progress) {
        this.session = session;
        this.request = request;
        this.graph = request.graph();
        this.progress = progress;
    }

    /// Runs the undo scripts down to the target, each with a history row that takes the version back, as Flyway reads
    /// it.
    ///
    /// @throws dev.slipway.runner.model.failure.SlipwayException if an undo script is missing, would fail or fails,
    ///     if nobody agrees, or the lock is not free in time
    public static DowngradeResult downgrade(Session session, DowngradeRequest request, Progress progress) {
        return new Downgrader(session, request, progress).downgrade();
    }

    private DowngradeResult downgrade() {
        FoundHistory found = HistorySearch.find(session, request.historyTable(), graph.scripts(), progress);
        boolean accepts = found.exists() && request.proof().acceptDrift();
        if (!accepts && takenBack(found.history()).isEmpty()) {
            return nothing(found.history(), nothingCompared());
        }
        HistoryTable table = new HistoryTable(session, found.place());
        return LockWait.holding(
                new RunLock(session, table), request.runLockTimeout(), progress, () -> underLock(table));
    }

    private RunSettings settings(HistoryTable table, StepGuard proof) {
        StepGuard guard = StepGuards.of(proof, new BatchForgettingGuard(new BatchTable(session, table.place())));
        return new RunSettings(Direction.DOWN, graph.scripts(), request.locks(), guard);
    }

    private DowngradeResult underLock(HistoryTable table) {
        History history = HistorySearch.again(session, table.place()).history();
        List<Script.Undo> scripts = takenBack(history);
        ProofGate gate = new ProofGate(session, table, graph, request.proof(), progress);
        if (scripts.isEmpty()) {
            // drift is to be accepted, or another runner has done it in the meantime
            return nothing(history, request.proof().acceptDrift() ? gate.accept(history) : nothingCompared());
        }
        List<Step> steps = StepReader.read(scripts, request.placeholders());
        List<ResumableStep> resumables = ResumableStep.down(steps, history);
        gate.requireProved(steps);
        List<NotRestored> notRestored = told(gate.notRestored(scripts));
        RunSettings settings = settings(table, gate.open(history, resumables, Direction.DOWN));
        List<Loss> losses = losses(table, resumables);
        List<Version> versions = scripts.stream().map(Script.Undo::version).toList();
        request.consent().ask(session.database(), versions, losses);
        losses.forEach(loss -> progress.report(new Event.Losing(loss)));
        long start = System.nanoTime();
        List<AppliedScript> done = new StepRunner(session, table, settings, progress, history).run(resumables);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        DatabaseState before = new DatabaseState(graph, history);
        return new DowngradeResult(
                session.database(),
                before.position(),
                before.positionAfter(scripts),
                done,
                notRestored,
                losses,
                took.toMillis(),
                gate.report());
    }

    private List<Loss> losses(HistoryTable table, List<ResumableStep> resumables) {
        return request.rehearse()
                ? new Rehearser(session, table, request.locks(), progress).rehearse(resumables)
                : List.of();
    }

    /// Whoever is asked whether to go on knows it.
    private List<NotRestored> told(List<NotRestored> all) {
        all.forEach(each -> progress.report(new Event.NotRestoring(each.script(), each.why())));
        return all;
    }

    private List<Script.Undo> takenBack(History history) {
        return DownPlanner.takenBack(graph, history, request.target());
    }

    private DowngradeResult nothing(History history, ProofReport proof) {
        List<Version> position = new DatabaseState(graph, history).position();
        return new DowngradeResult(session.database(), position, position, List.of(), List.of(), List.of(), 0, proof);
    }

    private ProofReport nothingCompared() {
        return ProofReport.nothing(graph.formerTexts().met());
    }
}
