package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Arrays;
import java.util.Set;

/// Reads one change of a manifest.
final class ChangeReader {
    private static final Set<String> KEYS = Set.of(Names.CHANGE, Names.KIND, Names.NAME, Names.HASH, Names.DEFINITION);
    private static final Set<String> ALTERED_KEYS =
            Set.of(Names.CHANGE, Names.KIND, Names.NAME, Names.HASH, Names.DEFINITION, Names.FROM);

    private ChangeReader() {}

    static Change change(Fields fields) {
        boolean altered = fields.object().has(Names.FROM);
        fields.with(altered ? ALTERED_KEYS : KEYS);
        SchemaObject object = SchemaObject.of(kind(fields), fields.text(Names.NAME), fields.text(Names.DEFINITION));
        if (!object.hash().equals(fields.text(Names.HASH))) {
            throw Unreadable.altered(
                    "\"%s\": the hash of %s is not that of its definition".formatted(fields.place(), object.key()));
        }
        String change = fields.text(Names.CHANGE);
        return switch (change) {
            case Names.ADD -> new Change.Added(object);
            case Names.REMOVE -> new Change.Removed(object);
            case Names.ALTER -> altered(fields.with(ALTERED_KEYS), object);
            default -> throw new Unreadable("\"%s\" is no change: \"%s\"".formatted(fields.place(), change));
        };
    }

    private static Change altered(Fields fields, SchemaObject after) {
        return new Change.Altered(SchemaObject.of(after.key(), fields.text(Names.FROM)), after);
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
