package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.List;
import java.util.Set;

/// Primary keys that change. A foreign key to what they are to be has to wait for them: it would otherwise find nothing
/// to lead to, or hold on to the index that becomes the key, which could not be taken back.
record AwaitedKeys(List<ModelDifference.OtherKey> changes) {
    AwaitedKeys {
        changes = List.copyOf(changes);
    }

    static AwaitedKeys of(List<ModelDifference> differences) {
        return new AwaitedKeys(differences.stream()
                .filter(ModelDifference.OtherKey.class::isInstance)
                .map(ModelDifference.OtherKey.class::cast)
                .toList());
    }

    boolean isAwaitedBy(TableDefinition.ForeignKey key) {
        return changes.stream()
                .anyMatch(change -> change.in().name().equals(key.target())
                        && change.in().schema().equals(key.targetSchema())
                        && Set.copyOf(change.wanted()).equals(Set.copyOf(key.targetColumns())));
    }
}
