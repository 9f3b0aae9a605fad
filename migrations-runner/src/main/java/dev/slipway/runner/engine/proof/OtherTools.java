package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.catalog.AlembicVersions;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What is in a database and none of ours: where Alembic keeps its position, and schemas that hold extensions alone.
/// Adoption, runs and checks agree on it.
public final class OtherTools {
    private static final String TABLE = "." + AlembicVersions.TABLE;
    private static final String IN_SCHEMA = "schema ";

    private OtherTools() {}

    /// Their tables, qualified and quoted. What a revision makes is no other tool's.
    ///
    /// @param home the schema in which scripts create what they do not qualify
    public static Set<String> tables(Manifest manifest, String home) {
        return names(manifest, home).isEmpty() ? Set.of() : Set.of(Quote.identifier(home) + TABLE);
    }

    /// The same as they may be called in a schema, with quotes or without.
    static Set<String> names(Manifest manifest, String home) {
        Set<String> names = new HashSet<>(Set.of(home + TABLE, Quote.identifier(home) + TABLE));
        boolean ours = ProvedComparison.known(manifest).stream()
                .filter(key -> key.kind() == ObjectKind.TABLE)
                .map(SchemaObject.Key::name)
                .anyMatch(names::contains);
        return ours ? Set.of() : names;
    }

    /// The schemas in which there are extensions and nothing else.
    public static Set<String> schemasOfExtensions(Schema live) {
        Set<String> schemas = live.objects().values().stream()
                .filter(object -> object.key().kind() == ObjectKind.EXTENSION)
                .map(object -> new SchemaObject.Key(
                        ObjectKind.SCHEMA, object.definition().substring(IN_SCHEMA.length())))
                .flatMap(key -> Namespace.of(key).stream())
                .collect(Collectors.toSet());
        live.objects().keySet().stream()
                .filter(key -> key.kind() != ObjectKind.SCHEMA)
                .forEach(key -> Namespace.of(key).ifPresent(schemas::remove));
        return schemas;
    }
}
