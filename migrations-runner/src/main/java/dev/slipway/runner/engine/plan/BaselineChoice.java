package dev.slipway.runner.engine.plan;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the baseline script with which an empty database begins: the highest that leads no further than the target.
public record BaselineChoice(RevisionGraph graph, History history) {
    /// The scripts that bring the database to the revisions it lacks.
    ///
    /// @param missing the revisions in order
    /// @throws SlipwayException with `BaselineUnusable` if only a baseline script leads to one of them, and the
    ///     database is not empty
    List<Script.Revision> scripts(List<Version> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        Optional<Script.Baseline> first = first(missing);
        first.ifPresent(baseline -> refuseBelow(baseline, missing));
        Set<Version> left = new HashSet<>(missing);
        first.ifPresent(baseline -> left.removeAll(graph.reached(baseline)));
        List<Script.Revision> scripts = new ArrayList<>();
        first.ifPresent(scripts::add);
        missing.stream().filter(left::contains).map(graph::script).forEach(scripts::add);
        scripts.subList(first.isPresent() ? 1 : 0, scripts.size()).forEach(this::refuseBaseline);
        return scripts;
    }

    /// The script with which a database begins that lacks these revisions, or nothing if it began otherwise.
    public Optional<Script.Baseline> first(Collection<Version> missing) {
        return begun().or(() -> history.versions().isEmpty() ? highest(missing) : Optional.empty());
    }

    /// What runs without a transaction may have to go on.
    private Optional<Script.Baseline> begun() {
        Map<Version, HistoryRow> rows = history.versions();
        return graph.scripts().baselines().stream()
                .filter(baseline -> {
                    HistoryRow row = rows.get(baseline.version());
                    return row != null && !row.success() && row.type().equals(HistoryRow.SQL_BASELINE);
                })
                .findFirst();
    }

    private Optional<Script.Baseline> highest(Collection<Version> missing) {
        Set<Version> wanted = Set.copyOf(missing);
        return graph.scripts().baselines().stream()
                .filter(baseline -> wanted.containsAll(graph.reached(baseline)))
                .reduce((lower, higher) -> higher);
    }

    private void refuseBelow(Script.Baseline begun, Collection<Version> missing) {
        if (!Set.copyOf(missing).containsAll(graph.reached(begun))) {
            throw new SlipwayException(new UsageFailure(
                    "%s is applied in part, and the target lies below it"
                            .formatted(begun.file().path()),
                    "finish it first: `upgrade %s` goes on from there".formatted(begun.version())));
        }
    }

    private void refuseBaseline(Script.Revision script) {
        if (script instanceof Script.Baseline baseline) {
            throw new SlipwayException(new BaselineUnusable(
                    baseline.file().path(), baseline.version(), new DatabaseState(graph, history).position()));
        }
    }
}
