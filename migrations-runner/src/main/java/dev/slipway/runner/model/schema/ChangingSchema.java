package dev.slipway.runner.model.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A schema that changes step by step: a step costs what it changes, however large the schema is.
public final class ChangingSchema {
    private final Map<SchemaObject.Key, SchemaObject> objects;
    private Fingerprint fingerprint;

    private ChangingSchema(Map<SchemaObject.Key, SchemaObject> objects) {
        this.objects = new HashMap<>(objects);
        this.fingerprint = Fingerprint.of(objects.values());
    }

    public static ChangingSchema of(Schema first) {
        return new ChangingSchema(first.objects());
    }

    public @Nullable SchemaObject get(SchemaObject.Key key) {
        return objects.get(key);
    }

    /// These objects alone, as far as they are there.
    public Schema only(Collection<SchemaObject.Key> keys) {
        return Schema.of(
                keys.stream().map(objects::get).filter(Objects::nonNull).toList());
    }

    /// The schema as it is now.
    public Schema schema() {
        return Schema.of(objects);
    }

    public void apply(Collection<Change> changes) {
        for (Change change : changes) {
            SchemaObject after = change.after();
            SchemaObject before = after == null ? objects.remove(change.key()) : objects.put(change.key(), after);
            fingerprint = fingerprint.with(before, after);
        }
    }

    public String fingerprint() {
        return fingerprint.text();
    }

    /// What it would be after changes of different objects.
    public String fingerprintAfter(List<Change> changes) {
        Fingerprint then = fingerprint;
        for (Change change : changes) {
            then = then.with(objects.get(change.key()), change.after());
        }
        return then.text();
    }
}
