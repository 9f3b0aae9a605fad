package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads one change of a manifest.
final class ChangeReader {
    private static final Set<String> KEYS = Set.of(
            ManifestNames.CHANGE, ManifestNames.KIND, ManifestNames.NAME, ManifestNames.HASH, ManifestNames.DEFINITION);
    private static final List<String> OPTIONAL_KEYS =
            List.of(ManifestNames.FROM, ManifestNames.VARIES, ManifestNames.FROM_VARIES);

    private ChangeReader() {}

    static Change change(ManifestFields fields) {
        Set<String> keys = new TreeSet<>(KEYS);
        OPTIONAL_KEYS.stream().filter(fields.object()::has).forEach(keys::add);
        fields.with(keys);
        SchemaObject.Key key = new SchemaObject.Key(kind(fields), fields.text(ManifestNames.NAME));
        SchemaObject object = object(fields, key, ManifestNames.DEFINITION, ManifestNames.VARIES);
        if (!object.hash().equals(fields.text(ManifestNames.HASH))) {
            throw ManifestFaults.altered(
                    "\"%s\": the hash of %s is not that of its definition".formatted(fields.place(), object.key()));
        }
        String change = fields.text(ManifestNames.CHANGE);
        return switch (change) {
            case ManifestNames.ADD -> new Change.Added(object);
            case ManifestNames.REMOVE -> new Change.Removed(object);
            case ManifestNames.ALTER -> altered(fields, object);
            default -> throw new ManifestFaults("\"%s\" is no change: \"%s\"".formatted(fields.place(), change));
        };
    }

    private static Change altered(ManifestFields fields, SchemaObject after) {
        if (!fields.object().has(ManifestNames.FROM)) {
            throw new ManifestFaults("\"%s\" is missing".formatted(fields.place(ManifestNames.FROM)));
        }
        return new Change.Altered(object(fields, after.key(), ManifestNames.FROM, ManifestNames.FROM_VARIES), after);
    }

    private static SchemaObject object(ManifestFields fields, SchemaObject.Key key, String definition, String another) {
        SchemaObject object = SchemaObject.of(key, fields.text(definition));
        return fields.object().has(another) ? object.varying(fields.text(another)) : object;
    }

    private static ObjectKind kind(ManifestFields fields) {
        String word = fields.text(ManifestNames.KIND);
        return Arrays.stream(ObjectKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new ManifestFaults("\"%s\" is no kind of object: \"%s\"".formatted(fields.place(), word)));
    }
}
