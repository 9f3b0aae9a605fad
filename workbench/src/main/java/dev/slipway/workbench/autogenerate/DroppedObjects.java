package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What somebody said is to go.
record DroppedObjects(Set<String> labels) {
    DroppedObjects {
        labels = Set.copyOf(labels);
    }

    /// @throws SlipwayException with `UsageFailure` if there is something that an entity knows, or nothing of the name
    void check(List<ModelDifference> differences) {
        Set<String> surplus = new TreeSet<>();
        differences.forEach(difference -> {
            if (difference instanceof ModelDifference.Surplus each) {
                surplus.add(each.label());
            }
        });
        Set<String> others = new TreeSet<>(labels);
        others.removeAll(surplus);
        if (!others.isEmpty()) {
            throw new SlipwayException(new UsageFailure(
                    "--drop %s: nothing of that name is without an entity".formatted(String.join(",", others)),
                    surplus.isEmpty()
                            ? "all that is there belongs to an entity, or is kept"
                            : "without an entity are " + String.join(", ", surplus)));
        }
    }
}
