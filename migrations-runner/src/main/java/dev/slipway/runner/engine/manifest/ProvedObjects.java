package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Fingerprint;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A schema that changes with each revision.
final class ProvedObjects {
    private final Map<SchemaObject.Key, SchemaObject> objects = new HashMap<>();
    private Fingerprint fingerprint = Fingerprint.NONE;

    void clear() {
        objects.clear();
        fingerprint = Fingerprint.NONE;
    }

    void apply(Collection<Change> changes) {
        for (Change change : changes) {
            SchemaObject after = change.after();
            SchemaObject before = after == null ? objects.remove(change.key()) : objects.put(change.key(), after);
            fingerprint = fingerprint.with(before, after);
        }
    }

    /// Whether the schema is one that the change could be seen on.
    boolean fits(Change change) {
        SchemaObject known = objects.get(change.key());
        return switch (change) {
            case Change.Added _ -> known == null;
            case Change.Altered(SchemaObject before, SchemaObject _) -> isSame(before, known);
            case Change.Removed(SchemaObject object) -> isSame(object, known);
        };
    }

    private static boolean isSame(SchemaObject expected, @Nullable SchemaObject known) {
        return known != null && known.hash().equals(expected.hash());
    }

    String fingerprint() {
        return fingerprint.text();
    }
}
