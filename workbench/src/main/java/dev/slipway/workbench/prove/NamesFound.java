package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.schema.VaryingNames;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The names under which is recorded what scripts call otherwise in each run, as one script after the other is proved.
final class NamesFound {
    private final Set<SchemaObject.Key> known = new HashSet<>();
    private VaryingNames names = VaryingNames.NONE;

    /// Takes note of what scripts make, by its recorded names.
    void add(Collection<SchemaObject.Key> keys) {
        known.addAll(keys);
        if (names != VaryingNames.NONE || keys.stream().anyMatch(VaryingNames::isOne)) {
            names = VaryingNames.of(known, known);
        }
    }

    /// Whether everything has one name by now.
    boolean areFixed() {
        return names == VaryingNames.NONE;
    }

    /// A schema under these names.
    Schema in(Schema schema) {
        return names.in(schema);
    }
}
