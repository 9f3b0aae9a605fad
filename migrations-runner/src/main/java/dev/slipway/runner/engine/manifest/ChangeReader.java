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
    private static final Set<String> KEYS = Set.of(Names.CHANGE, Names.KIND, Names.NAME, Names.HASH, Names.DEFINITION);
    private static final List<String> OPTIONAL_KEYS = List.of(Names.FROM, Names.VARIES, Names.FROM_VARIES);

    private ChangeReader() {}

    static Change change(Fields fields) {
        Set<String> keys = new TreeSet<>(KEYS);
        OPTIONAL_KEYS.stream().filter(fields.object()::has).forEach(keys::add);
        fields.with(keys);
        SchemaObject.Key key = new SchemaObject.Key(kind(fields), fields.text(Names.NAME));
        SchemaObject object = object(fields, key, Names.DEFINITION, Names.VARIES);
        if (!object.hash().equals(fields.text(Names.HASH))) {
            throw Unreadable.altered(
                    "\"%s\": the hash of %s is not that of its definition".formatted(fields.place(), object.key()));
        }
        String change = fields.text(Names.CHANGE);
        return switch (change) {
            case Names.ADD -> new Change.Added(object);
            case Names.REMOVE -> new Change.Removed(object);
            case Names.ALTER -> altered(fields, object);
            default -> throw new Unreadable("\"%s\" is no change: \"%s\"".formatted(fields.place(), change));
        };
    }

    private static Change altered(Fields fields, SchemaObject after) {
        if (!fields.object().has(Names.FROM)) {
            throw new Unreadable("\"%s\" is missing".formatted(fields.place(Names.FROM)));
        }
        return new Change.Altered(object(fields, after.key(), Names.FROM, Names.FROM_VARIES), after);
    }

    private static SchemaObject object(Fields fields, SchemaObject.Key key, String definition, String another) {
        SchemaObject object = SchemaObject.of(key, fields.text(definition));
        return fields.object().has(another) ? object.varying(fields.text(another)) : object;
    }

    private static ObjectKind kind(Fields fields) {
        String word = fields.text(Names.KIND);
        return Arrays.stream(ObjectKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new Unreadable("\"%s\" is no kind of object: \"%s\"".formatted(fields.place(), word)));
    }
}
