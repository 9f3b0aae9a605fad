package dev.slipway.runner.model.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
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

    /// The same of hashes in the order of their keys. A run with a manifest asks for it twice a script,
    /// so one builder puts the text together.
    public static String fingerprint(Stream<String> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEachOrdered(hash -> lines.append(hash).append('\n'));
        return Sha256.hex(lines.toString());
    }

    /// How the other differs from this, in the order of keys. Of what varies from run to run, only that it is there
    /// counts.
    public List<Change> changesTo(Schema after) {
        return changesTo(after, SchemaObject::isLike);
    }

    /// The same, and what varies from run to run in one of both alone.
    public List<Change> exactChangesTo(Schema after) {
        return changesTo(after, SchemaObject::isSame);
    }

    private List<Change> changesTo(Schema after, BiPredicate<SchemaObject, SchemaObject> same) {
        List<SchemaObject> olds = List.copyOf(objects.values());
        List<SchemaObject> news = List.copyOf(after.objects.values());
        List<Change> changes = new ArrayList<>();
        int old = 0;
        int now = 0;
        while (old < olds.size() || now < news.size()) {
            int order = old == olds.size()
                    ? 1
                    : now == news.size()
                            ? -1
                            : olds.get(old).key().compareTo(news.get(now).key());
            if (order < 0) {
                changes.add(new Change.Removed(olds.get(old++)));
            } else if (order > 0) {
                changes.add(new Change.Added(news.get(now++)));
            } else {
                SchemaObject before = olds.get(old++);
                SchemaObject changed = news.get(now++);
                if (!same.test(before, changed)) {
                    changes.add(new Change.Altered(before, changed));
                }
            }
        }
        return changes;
    }

    /// The same, with what varies as it is in the other.
    public Schema settled(Schema recorded) {
        SortedMap<SchemaObject.Key, SchemaObject> settled = new TreeMap<>(objects);
        recorded.varying().forEach(object -> settled.replace(object.key(), object));
        return new Schema(settled);
    }

    /// The same without some objects.
    public Schema without(Predicate<SchemaObject.Key> left) {
        return of(objects.values().stream()
                .filter(object -> !left.test(object.key()))
                .toList());
    }

    /// The objects that are not the same after each run of their scripts.
    public List<SchemaObject> varying() {
        return objects.values().stream().filter(SchemaObject::varies).toList();
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
