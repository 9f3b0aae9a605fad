package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Set;

/// What of a database belongs to its schema.
///
/// @param historyTable left out, together with what belongs to it and what Slipway keeps beside it
/// @param ignoredSchemas schemas that others look after, left out with all in them
/// @param ignoredTables tables of other tools, qualified: `public.alembic_version`
/// @param grants whether the rights on objects belong to it
/// @param schemas the only ones that count, and nothing that lies in none; if there is none, all of the database counts
public record SchemaScope(
        String historyTable,
        Set<String> ignoredSchemas,
        Set<String> ignoredTables,
        boolean grants,
        Set<String> schemas) {
    public SchemaScope {
        ignoredSchemas = Set.copyOf(ignoredSchemas);
        ignoredTables = Set.copyOf(ignoredTables);
        schemas = Set.copyOf(schemas);
    }

    /// Of all schemas.
    public SchemaScope(String historyTable, Set<String> ignoredSchemas, Set<String> ignoredTables, boolean grants) {
        this(historyTable, ignoredSchemas, ignoredTables, grants, Set.of());
    }

    /// The same of these schemas alone.
    public SchemaScope in(Set<String> only) {
        return new SchemaScope(historyTable, ignoredSchemas, ignoredTables, grants, only);
    }

    /// Whether an object counts. Schemas that are named are given, and no objects themselves.
    boolean has(SchemaObject.Key key) {
        return schemas.isEmpty()
                || (key.kind() != ObjectKind.SCHEMA
                        && Namespace.of(key).filter(schemas::contains).isPresent());
    }

    public static SchemaScope without(String historyTable) {
        return new SchemaScope(historyTable, Set.of(), Set.of(), false);
    }
}
