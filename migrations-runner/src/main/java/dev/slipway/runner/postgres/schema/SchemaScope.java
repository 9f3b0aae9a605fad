package dev.slipway.runner.postgres.schema;

import java.util.Set;

/// What of a database belongs to its schema.
///
/// @param historyTable left out, together with what belongs to it and what Slipway keeps beside it
/// @param ignoredSchemas schemas that others look after, left out with all in them
/// @param ignoredTables tables of other tools, qualified: `public.alembic_version`
/// @param grants whether the rights on objects belong to it
public record SchemaScope(String historyTable, Set<String> ignoredSchemas, Set<String> ignoredTables, boolean grants) {
    public SchemaScope {
        ignoredSchemas = Set.copyOf(ignoredSchemas);
        ignoredTables = Set.copyOf(ignoredTables);
    }

    public static SchemaScope without(String historyTable) {
        return new SchemaScope(historyTable, Set.of(), Set.of(), false);
    }
}
