package dev.slipway.runner.postgres.history;

import dev.slipway.runner.postgres.sql.Quote;

/// Where a database keeps its history: the one schema that also holds the fingerprints, that gives the lock its key,
/// and in which scripts create what they do not qualify.
public record HistoryPlace(String schema, String table) {
    /// The name of Flyway's own table.
    public static final String USUAL_TABLE = "flyway_schema_history";

    /// `"schema"."table"`, as Flyway writes it where it computes its lock.
    public String qualifiedName() {
        return Quote.identifier(schema) + "." + Quote.identifier(table);
    }
}
