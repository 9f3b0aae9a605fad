package dev.slipway.runner.model.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All objects of a schema at one moment.
public final class Schema {
    public static final Schema EMPTY = new Schema(new TreeMap<>());

    private static final int HASH_LINE = 17;

    private final NavigableMap<SchemaObject.Key, SchemaObject> objects;

    /// @param objects that nobody changes any more
    private Schema(NavigableMap<SchemaObject.Key, SchemaObject> objects) {
        this.objects = Collections.unmodifiableNavigableMap(objects);
    }

    public static Schema of(Map<SchemaObject.Key, SchemaObject> objects) {
        return new Schema(new TreeMap<>(objects));
    }

    public static Schema of(Collection<SchemaObject> objects) {
        NavigableMap<SchemaObject.Key, SchemaObject> sorted = new TreeMap<>();
        objects.forEach(object -> sorted.put(object.key(), object));
        return new Schema(sorted);
    }

    /// In the order of their keys.
    public NavigableMap<SchemaObject.Key, SchemaObject> objects() {
        return objects;
    }

    /// 64 hexadecimal digits; equal for two schemas exactly if all objects are.
    public String fingerprint() {
        return fingerprint(objects.values(), SchemaObject::hash);
    }

    /// The same of hashes in the order of their keys.
    public static String fingerprint(Collection<String> hashes) {
        return fingerprint(hashes, hash -> hash);
    }

    /// A run with a manifest asks for it twice a script, so one builder puts the text together.
    private static <T> String fingerprint(Collection<T> all, Function<T, String> hash) {
        StringBuilder lines = new StringBuilder(HASH_LINE * all.size());
        for (T each : all) {
            lines.append(hash.apply(each)).append('\n');
        }
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
        NavigableMap<SchemaObject.Key, SchemaObject> settled = new TreeMap<>(objects);
        recorded.varying().forEach(object -> settled.replace(object.key(), object));
        return new Schema(settled);
    }

    /// The same without some objects.
    public Schema without(Predicate<SchemaObject.Key> left) {
        return of(objects.values().stream()
                .filter(object -> !left.test(object.key()))
                .toList());
    }

    /// These objects alone, as far as they are there.
    public Schema only(Collection<SchemaObject.Key> keys) {
        return of(keys.stream().map(objects::get).filter(Objects::nonNull).toList());
    }

    /// The objects that are not the same after each run of their scripts.
    public List<SchemaObject> varying() {
        return objects.values().stream().filter(SchemaObject::varies).toList();
    }

    /// The schema after changes that were seen elsewhere.
    public Schema with(Collection<Change> changes) {
        NavigableMap<SchemaObject.Key, SchemaObject> changed = new TreeMap<>(objects);
        for (Change change : changes) {
            switch (change) {
                case Change.Added added -> changed.put(added.key(), added.object());
                case Change.Altered altered -> changed.put(altered.key(), altered.after());
                case Change.Removed removed -> changed.remove(removed.key());
            }
        }
        return new Schema(changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schema that && objects.equals(that.objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    @Override
    public String toString() {
        return objects.values().toString();
    }
}
