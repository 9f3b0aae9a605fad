package dev.slipway.runner.engine.history;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Which revisions a database has, as its history tells.
public record DatabaseState(RevisionGraph graph, History history) {
    /// The revisions of the graph that the database has. A baseline of Flyway stands for every version up to its own,
    /// and what has no script any more was applied if something was that builds on it.
    public NavigableSet<Version> applied() {
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
        NavigableSet<Version> below = graph.upTo(applied);
        graph.scripts()
                .beginning()
                .map(Script.Baseline::version)
                .filter(below::contains)
                .ifPresent(applied::add);
        return applied;
    }

    /// The applied revisions that no other applied one builds on, and those that no script knows. What was no script of
    /// SQL has no branches: the next higher one builds on it.
    public List<Version> position() {
        NavigableSet<Version> applied = applied();
        List<Version> position = new ArrayList<>(graph.tips(applied));
        Optional<Version> baseline = history.baseline();
        List<Version> before = new ArrayList<>();
        history.versions().forEach((version, row) -> {
            boolean covered = graph.scripts().isCovered(version)
                    || (!row.isOfScript() && applied.higher(version) != null)
                    || baseline.filter(base -> version.compareTo(base) <= 0).isPresent();
            if (row.success() && !graph.contains(version)) {
                (covered ? before : position).add(version);
            }
        });
        return position.isEmpty() && !before.isEmpty() ? List.of(before.getLast()) : position;
    }

    /// The position once scripts have run. It is known without asking: a query that fails then would tell of a failure
    /// after everything was applied.
    public List<Version> positionAfter(Collection<? extends Script> scripts) {
        if (scripts.isEmpty()) {
            return position();
        }
        NavigableSet<Version> applied = applied();
        for (Script script : scripts) {
            switch (script) {
                case Script.Revision revision -> applied.addAll(graph.reached(revision));
                case Script.Undo undo -> applied.remove(undo.version());
                case Script.Repeatable repeatable -> {}
            }
        }
        return graph.tips(applied);
    }
}
