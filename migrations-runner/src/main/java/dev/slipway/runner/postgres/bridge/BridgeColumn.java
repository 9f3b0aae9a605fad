package dev.slipway.runner.postgres.bridge;

import org.jspecify.annotations.Nullable;

/// A column of a table with a bridge.
///
/// @param sql its name as it can stand in SQL
/// @param type as it stands in SQL, named with its schema unless it is one of the server's own
/// @param cast the type without a length at which a cast would cut a value off
/// @param text whether it is text or varchar, which can be compared with each other
/// @param exact whether equal values of it look alike, as those of numeric do not
/// @param blind whether its collation takes different texts for equal
/// @param collation if it is not that of the type, else empty
/// @param computed whether the database computes it from others
/// @param partitions whether it tells the partition of a row
/// @param defaultValue in SQL, or null
public record BridgeColumn(
        String name,
        String sql,
        String type,
        String cast,
        boolean text,
        boolean exact,
        boolean blind,
        String collation,
        boolean notNull,
        boolean computed,
        boolean partitions,
        @Nullable String defaultValue) {
    /// The same under another name, for rows that have nothing in it yet.
    public BridgeColumn as(String other, String otherSql) {
        return new BridgeColumn(other, otherSql, type, cast, text, exact, blind, collation, false, false, false, null);
    }

    /// The same without its default, where that tells nothing.
    public BridgeColumn withoutDefault() {
        return new BridgeColumn(
                name, sql, type, cast, text, exact, blind, collation, notNull, computed, partitions, null);
    }

    /// What follows the name in its definition.
    public String definition() {
        return collation.isEmpty() ? type : "%s collate %s".formatted(type, collation);
    }
}
