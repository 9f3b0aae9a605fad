package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A schema by its hashes alone, which change with each revision.
final class ProvedHashes {
    private final SortedMap<SchemaObject.Key, String> hashes = new TreeMap<>();

    void clear() {
        hashes.clear();
    }

    void apply(Collection<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Added added ->
                    hashes.put(added.key(), added.object().hash());
                case Change.Altered altered ->
                    hashes.put(altered.key(), altered.after().hash());
                case Change.Removed removed -> hashes.remove(removed.key());
            }
        }
    }

    /// Whether the schema is one that the change could be seen on.
    boolean fits(Change change) {
        @Nullable String hash = hashes.get(change.key());
        return switch (change) {
            case Change.Added added -> hash == null;
            case Change.Altered altered -> altered.before().hash().equals(hash);
            case Change.Removed removed -> removed.object().hash().equals(hash);
        };
    }

    String fingerprint() {
        return Schema.fingerprint(hashes.values());
    }
}
