package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.schema.VaryingNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a script calls otherwise in each run.
///
/// @param keys of all that it made, by their recorded names
/// @param others how those of them with such a name are defined elsewhere, if otherwise
record RunNames(List<SchemaObject.Key> keys, Map<SchemaObject.Key, String> others) {
    static final RunNames NOTHING = new RunNames(List.of(), Map.of());

    RunNames {
        keys = List.copyOf(keys);
        others = Map.copyOf(others);
    }

    /// @param before the script
    /// @param here after it
    /// @param there after it elsewhere
    static RunNames of(VaryingNames names, Schema before, Schema here, Schema there) {
        List<SchemaObject.Key> keys = new ArrayList<>();
        Map<SchemaObject.Key, String> others = new TreeMap<>();
        Schema elsewhere = names.in(there);
        for (SchemaObject object : names.in(here).objects().values()) {
            if (!before.objects().containsKey(object.key())) {
                keys.add(object.key());
                SchemaObject other = elsewhere.objects().get(object.key());
                if (VaryingNames.isOne(object.key()) && other != null && !other.isSame(object)) {
                    others.put(object.key(), other.definition());
                }
            }
        }
        return new RunNames(keys, others);
    }

    /// What the script calls otherwise, without what only belongs to that.
    List<SchemaObject.Key> told() {
        List<SchemaObject.Key> told = new ArrayList<>();
        for (SchemaObject.Key key : keys) {
            boolean belongs = told.stream().anyMatch(one -> key.name().contains(one.name()));
            if (VaryingNames.isOne(key) && !belongs) {
                told.add(key);
            }
        }
        return told;
    }

    /// The schema after the script, with what is also defined otherwise marked.
    Schema marked(Schema schema) {
        return schema.replacing(schema.only(others.keySet()).objects().values().stream()
                .map(object -> object.varying(Objects.requireNonNull(others.get(object.key()))))
                .toList());
    }
}
