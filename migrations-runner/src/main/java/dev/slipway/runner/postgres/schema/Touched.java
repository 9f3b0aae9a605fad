package dev.slipway.runner.postgres.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// What the open transaction can have changed.
///
/// @param relations those it has locked
/// @param catalogs the tables of the catalog in which the server wrote rows
/// @param related whether one of the relations is a view, or has triggers, rules or policies
record Touched(Set<Long> relations, Set<String> catalogs, AtomicBoolean related) {
    /// The relation that stands for the catalog, which somebody wrote to.
    private static final long CATALOG = 0;

    void add(ResultSet row) throws SQLException {
        switch (row.getString(1)) {
            case "relation" -> relations.add(row.getLong(2));
            case "catalog" -> catalogs.add(row.getString(2));
            default -> related.set(true);
        }
    }

    boolean isNothing() {
        return relations.isEmpty() && catalogs.isEmpty();
    }

    boolean isAnything() {
        return relations.contains(CATALOG);
    }

    boolean isRelated() {
        return related.get();
    }

    boolean isWrittenTo(Set<String> some) {
        return !Collections.disjoint(catalogs, some);
    }
}
