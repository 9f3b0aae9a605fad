package dev.slipway.runner.model.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All objects of a schema at one moment.
public record Schema(SortedMap<SchemaObject.Key, SchemaObject> objects) {
    public static final Schema EMPTY = new Schema(new TreeMap<>());

    public Schema {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    public static Schema of(Collection<SchemaObject> objects) {
        SortedMap<SchemaObject.Key, SchemaObject> sorted = new TreeMap<>();
        objects.forEach(object -> sorted.put(object.key(), object));
        return new Schema(sorted);
    }

    /// 64 hexadecimal digits; equal for two schemas exactly if all objects are.
    public String fingerprint() {
        return fingerprint(objects.values().stream().map(SchemaObject::hash));
    }

    /// The same of hashes in the order of their keys.
    public static String fingerprint(Stream<String> hashes) {
        return Sha256.hex(hashes.map(hash -> hash + "\n").collect(Collectors.joining()));
    }

    /// What has to change to make the other of this, in the order of keys.
    public List<Change> changesTo(Schema after) {
        TreeSet<SchemaObject.Key> keys = new TreeSet<>(objects.keySet());
        keys.addAll(after.objects.keySet());
        List<Change> changes = new ArrayList<>();
        for (SchemaObject.Key key : keys) {
            SchemaObject old = objects.get(key);
            SchemaObject now = after.objects.get(key);
            if (old == null && now != null) {
                changes.add(new Change.Added(now));
            } else if (old != null && now == null) {
                changes.add(new Change.Removed(old));
            } else if (old != null && now != null && !old.equals(now)) {
                changes.add(new Change.Altered(old, now));
            }
        }
        return changes;
    }

    /// The schema after changes that were seen elsewhere.
    public Schema with(Collection<Change> changes) {
        SortedMap<SchemaObject.Key, SchemaObject> changed = new TreeMap<>(objects);
        for (Change change : changes) {
            switch (change) {
                case Change.Added added -> changed.put(added.key(), added.object());
                case Change.Altered altered -> changed.put(altered.key(), altered.after());
                case Change.Removed removed -> changed.remove(removed.key());
            }
        }
        return new Schema(changed);
    }
}
