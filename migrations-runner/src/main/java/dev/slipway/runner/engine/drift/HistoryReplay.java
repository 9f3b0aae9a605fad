package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.engine.step.RunSettings;
import dev.slipway.runner.engine.step.StepGuard;
import dev.slipway.runner.engine.step.StepRunner;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/// Runs on an empty database what a history says was run elsewhere.
///
/// @param live where that was
record HistoryReplay(DriftRequest request, Session live, History history) {
    void on(Session scratch) {
        Placeholders placeholders = request.placeholders().apply(scratch);
        HistoryPlace place = HistorySearch.find(
                        scratch, request.historyTable(), request.graph().scripts(), _ -> {})
                .place();
        HistoryTable table = new HistoryTable(scratch, place);
        DatabaseCall.run("create the history table", table::create);
        List<ResumableStep> resumables = ResumableStep.of(StepReader.read(scripts(), placeholders), History.EMPTY);
        RunSettings settings =
                new RunSettings(Direction.UP, request.graph().scripts(), LockLimits.ALONE, StepGuard.NONE);
        new StepRunner(scratch, table, settings, _ -> {}, History.EMPTY).run(resumables);
    }

    private List<Script> scripts() {
        RevisionGraph graph = request.graph();
        NavigableSet<Version> applied = new DatabaseState(graph, history).applied();
        List<Script> scripts = new ArrayList<>(
                graph.inOrder(applied).stream().map(graph::script).toList());
        if (applied.containsAll(graph.order())) {
            List<Script.Repeatable> pending = new Planner(
                            graph, request.placeholders().apply(live))
                    .repeatable(history).stream().map(Pending.Repeat::script).toList();
            graph.scripts().repeatable().stream()
                    .filter(script -> !pending.contains(script))
                    .forEach(scripts::add);
        }
        return scripts;
    }
}
