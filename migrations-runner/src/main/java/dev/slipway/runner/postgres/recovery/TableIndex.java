package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// An index of a table.
///
/// @param name with its schema, as it stands in SQL
/// @param valid whether the server uses it
/// @param definition as `pg_get_indexdef` gives it
public record TableIndex(long id, String name, boolean valid, String definition) {
    /// All of a table, the oldest first.
    static List<TableIndex> of(Session session, String table) throws SQLException {
        return CatalogRows.all(session, "indexes.sql", TableIndex::read, table);
    }

    /// The one of that name, if the table has it.
    static List<TableIndex> named(Session session, String table, String name) throws SQLException {
        return CatalogRows.all(session, "index.sql", TableIndex::read, table, name);
    }

    static TableIndex read(ResultSet row) throws SQLException {
        return new TableIndex(row.getLong(1), row.getString(2), row.getBoolean(3), row.getString(4));
    }

    /// Waits for transactions that use the table.
    void drop(Session session) throws SQLException {
        WithoutTimeouts.run(session, "drop index concurrently if exists " + name);
    }
}
