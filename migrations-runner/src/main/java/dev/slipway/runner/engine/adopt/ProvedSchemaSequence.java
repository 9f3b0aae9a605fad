package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The proved schema of one set of revisions after the other, and how many objects differ from those of a database.
///
/// From one revision to the next only what that changes is looked at again: a thousand revisions are compared in the
/// time that it takes to read the manifest.
final class ProvedSchemaSequence {
    private final Manifest manifest;
    private final Schema live;
    private final Predicate<SchemaObject.Key> compared;
    private final TreeMap<SchemaObject.Key, SchemaObject> proved = new TreeMap<>();
    private final Set<SchemaObject.Key> differing = new HashSet<>();
    private int shared;
    private List<Version> composed = List.of();

    /// @param live what is compared of a database
    /// @param compared whether an object is to be compared
    ProvedSchemaSequence(Manifest manifest, Schema live, Predicate<SchemaObject.Key> compared) {
        this.manifest = manifest;
        this.live = live;
        this.compared = compared;
        differing.addAll(live.objects().keySet());
    }

    /// Goes on to a set of revisions, given in the order in which they are applied.
    ProvedSchemaSequence at(List<Version> revisions) {
        boolean goesOn = revisions.size() >= composed.size()
                && revisions.subList(0, composed.size()).equals(composed);
        if (!goesOn) {
            proved.clear();
            shared = 0;
            differing.clear();
            differing.addAll(live.objects().keySet());
        }
        revisions.subList(goesOn ? composed.size() : 0, revisions.size()).forEach(this::apply);
        composed = revisions;
        return this;
    }

    private void apply(Version version) {
        for (Change change :
                Objects.requireNonNull(manifest.revisions().get(version)).changes()) {
            if (compared.test(change.key())) {
                switch (change) {
                    case Change.Added(SchemaObject object) -> put(change.key(), object);
                    case Change.Altered(SchemaObject before, SchemaObject after) -> put(change.key(), after);
                    case Change.Removed removed -> put(removed.key(), null);
                }
            }
        }
    }

    private void put(SchemaObject.Key key, @Nullable SchemaObject object) {
        SchemaObject before = object == null ? proved.remove(key) : proved.put(key, object);
        boolean wasShared = before != null && !differing.contains(key);
        boolean equal = isEqual(object, live.objects().get(key));
        boolean isShared = object != null && equal;
        shared += (isShared ? 1 : 0) - (wasShared ? 1 : 0);
        if (equal) {
            differing.remove(key);
        } else {
            differing.add(key);
        }
    }

    private static boolean isEqual(@Nullable SchemaObject one, @Nullable SchemaObject other) {
        return one == null ? other == null : other != null && one.isLike(other);
    }

    Schema schema() {
        return Schema.of(proved);
    }

    int differing() {
        return differing.size();
    }

    /// How many objects are in both, and equal.
    int shared() {
        return shared;
    }
}
