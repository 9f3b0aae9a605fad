package dev.slipway.runner.model.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What somebody accepted of a database although it is not as it was proved: objects as they were then.
///
/// @param hashes of the objects as they were, empty for one that was missing
/// @param schemas that others look after, whatever is in them
public record AcceptedDrift(SortedMap<SchemaObject.Key, String> hashes, Set<String> schemas) {
    public static final AcceptedDrift NONE = new AcceptedDrift(new TreeMap<>(), Set.of());

    private static final String MISSING = "";

    public AcceptedDrift {
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
        schemas = Collections.unmodifiableSet(new TreeSet<>(schemas));
    }

    /// These objects as they are now.
    public static AcceptedDrift of(Collection<SchemaObject.Key> keys, Schema live) {
        SortedMap<SchemaObject.Key, String> hashes = new TreeMap<>();
        keys.forEach(key -> hashes.put(key, hash(live.objects().get(key))));
        return new AcceptedDrift(hashes, Set.of());
    }

    /// Whether just this was accepted: the object has not changed since.
    public boolean covers(SchemaDifference difference) {
        String live = difference.live();
        SchemaObject object = live == null ? null : SchemaObject.of(difference.key(), live);
        return Objects.equals(hashes.get(difference.key()), hash(object));
    }

    private static String hash(@Nullable SchemaObject object) {
        return object == null ? MISSING : object.hash();
    }

    public boolean isEmpty() {
        return hashes.isEmpty() && schemas.isEmpty();
    }
}
