package dev.slipway.runner.engine.history;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Where a database is.
public final class Position {
    private Position() {}

    /// The revisions of the graph that the database has. A baseline of Flyway stands for every version up to its own.
    public static NavigableSet<Version> applied(RevisionGraph graph, History history) {
        NavigableSet<Version> applied = new TreeSet<>();
        history.versions().values().stream()
                .filter(HistoryRow::success)
                .map(HistoryRow::version)
                .filter(version -> version != null && graph.contains(version))
                .forEach(applied::add);
        history.baseline()
                .ifPresent(baseline -> graph.order().stream()
                        .filter(version -> version.compareTo(baseline) <= 0)
                        .forEach(applied::add));
        return applied;
    }

    /// The applied revisions that no other applied one builds on, and those that no script knows.
    public static List<Version> of(RevisionGraph graph, History history) {
        List<Version> position = new ArrayList<>(graph.tips(applied(graph, history)));
        Optional<Version> baseline = history.baseline();
        history.versions().forEach((version, row) -> {
            boolean covered = !position.isEmpty()
                    && baseline.filter(base -> version.compareTo(base) <= 0).isPresent();
            if (row.success() && !graph.contains(version) && !covered) {
                position.add(version);
            }
        });
        return position;
    }
}
