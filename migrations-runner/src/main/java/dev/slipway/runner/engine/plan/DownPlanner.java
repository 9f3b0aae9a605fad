package dev.slipway.runner.engine.plan;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.HistoryMismatch;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds what a downgrade has to take back, or refuses what must not be.
public final class DownPlanner {
    private final RevisionGraph graph;
    private final SortedMap<Version, HistoryRow> rows;
    private final NavigableSet<Version> applied;
    private final History history;

    private DownPlanner(RevisionGraph graph, History history) {
        this.graph = graph;
        this.history = history;
        this.rows = history.versions();
        this.applied = new DatabaseState(graph, history).applied();
        // what was begun, up or down, is there in part
        rows.keySet().stream().filter(graph::contains).forEach(applied::add);
    }

    /// The undo scripts in the order in which they have to run: a revision goes before those it builds on.
    ///
    /// @throws SlipwayException if the history does not match the scripts, the target is not below the position,
    /// or an undo script is missing
    public static List<Script.Undo> takenBack(RevisionGraph graph, History history, Target target) {
        List<Mismatch> mismatches = HistoryCheck.mismatches(graph, history).stream()
                .filter(mismatch -> !(mismatch instanceof Mismatch.HalfUndone))
                .toList();
        if (!mismatches.isEmpty()) {
            throw new SlipwayException(new HistoryMismatch(mismatches));
        }
        DownPlanner planner = new DownPlanner(graph, history);
        return planner.scripts(planner.versions(target));
    }

    /// In the order in which they go.
    private List<Version> versions(Target target) {
        return switch (target) {
            case Target.Base() -> downwards(applied);
            case Target.At(Version version) -> above(version.toString(), List.of(version));
            case Target.Heads() -> above("head", graph.heads());
            case Target.Relative(int steps) -> last(steps);
        };
    }

    private List<Version> above(String name, Collection<Version> versions) {
        if (!applied.containsAll(versions)) {
            throw new SlipwayException(new NotReached(name, new DatabaseState(graph, history).position()));
        }
        NavigableSet<Version> above = graph.above(versions);
        above.retainAll(applied);
        return downwards(above);
    }

    private List<Version> downwards(Collection<Version> versions) {
        List<Version> ordered = new ArrayList<>(graph.inOrder(versions));
        Collections.reverse(ordered);
        return ordered;
    }

    /// So many revisions, each time the one that was applied last among those that nothing applied builds on.
    private List<Version> last(int steps) {
        if (steps > 0) {
            throw new SlipwayException(
                    new UsageFailure("target \"+%d\" leads up".formatted(steps), "use `upgrade +%d`".formatted(steps)));
        }
        if (-steps > applied.size()) {
            throw new SlipwayException(new UsageFailure(
                    "target \"%d\" is beyond base: %d revisions are applied".formatted(steps, applied.size()),
                    "use base"));
        }
        List<Version> last = new ArrayList<>();
        Set<Version> left = new TreeSet<>(applied);
        while (last.size() < -steps) {
            Version next = graph.tips(left).stream()
                    .max(Comparator.comparingInt(this::rank).thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            last.add(next);
            left.remove(next);
        }
        return last;
    }

    private int rank(Version version) {
        HistoryRow row = rows.get(version);
        return row == null ? 0 : row.rank();
    }

    private List<Script.Undo> scripts(List<Version> versions) {
        List<Version> baselined = versions.stream().filter(this::isBaselined).toList();
        List<Version> without = versions.stream()
                .filter(version -> !baselined.contains(version)
                        && graph.scripts().undoOf(version).isEmpty())
                .toList();
        if (!baselined.isEmpty() || !without.isEmpty()) {
            List<Version> all =
                    Stream.concat(without.stream(), baselined.stream()).toList();
            List<String> undo = paths(without).stream()
                    .map(graph.scripts().naming()::undoOf)
                    .toList();
            throw new SlipwayException(new UndoMissing(all, paths(without), undo, paths(baselined)));
        }
        return versions.stream()
                .flatMap(version -> graph.scripts().undoOf(version).stream())
                .toList();
    }

    private boolean isBaselined(Version version) {
        HistoryRow row = rows.get(version);
        return row == null || row.isBaseline();
    }

    private List<String> paths(List<Version> versions) {
        return versions.stream()
                .map(version -> graph.script(version).file().path())
                .toList();
    }
}
