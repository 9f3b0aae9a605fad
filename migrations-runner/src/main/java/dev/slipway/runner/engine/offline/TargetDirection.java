package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// Finds whether a target lies above a position or below it.
final class TargetDirection {
    private TargetDirection() {}

    static Direction to(Target target, RevisionGraph graph, History history) {
        SortedSet<Version> applied = new DatabaseState(graph, history).applied();
        boolean down = switch (target) {
            case Target.Heads() -> false;
            case Target.At(Version version) ->
                applied.containsAll(graph.upTo(List.of(version))) && overlap(graph.above(List.of(version)), history);
            case Target.Base() -> !history.versions().isEmpty();
            case Target.Relative(int steps) -> steps < 0;
        };
        return down ? Direction.DOWN : Direction.UP;
    }

    private static boolean overlap(Set<Version> above, History history) {
        return history.versions().keySet().stream().anyMatch(above::contains);
    }
}
