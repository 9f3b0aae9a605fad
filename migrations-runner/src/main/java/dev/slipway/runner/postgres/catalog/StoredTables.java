package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tables that hold data, and their columns, at one moment of a transaction.
///
/// @param tables by their object id, in the order of their names
public record StoredTables(Map<Long, Table> tables) {
    /// @param name as it can stand in SQL
    /// @param file changes when the table is rewritten or truncated
    /// @param partitioned whether its rows are those of other tables
    /// @param rows as the server estimates them, negative if it never did
    /// @param altered whether this transaction has changed the table itself
    /// @param deleted how many rows the session has deleted so far
    /// @param columns their names, as they can stand in SQL, by number
    public record Table(
            String name,
            long file,
            boolean partitioned,
            double rows,
            boolean altered,
            long deleted,
            Map<Integer, String> columns) {}

    /// The relations that the open transaction has locked, some of which may be gone.
    public static Set<Long> locked(Session session) throws SQLException {
        Set<Long> locked = new HashSet<>();
        read(session, "locked.sql", row -> locked.add(row.getLong(1)));
        return locked;
    }

    /// How many rows the session has deleted so far, by table.
    public static Map<Long, Long> deleted(Session session) throws SQLException {
        Map<Long, Long> deleted = new HashMap<>();
        read(session, "deleted.sql", row -> deleted.put(row.getLong(1), row.getLong(2)));
        return deleted;
    }

    private static void read(Session session, String resource, CatalogQueries.RowReader reader) throws SQLException {
        new CatalogQueries(session.connection()).query(TextResource.read(StoredTables.class, resource), reader);
    }

    /// What of these relations is a table by now.
    public static StoredTables now(Session session, Collection<Long> relations) throws SQLException {
        Map<Long, Table> tables = new LinkedHashMap<>();
        Connection connection = session.connection();
        try (PreparedStatement statement =
                connection.prepareStatement(TextResource.read(StoredTables.class, "stored.sql"))) {
            statement.setArray(1, connection.createArrayOf("oid", relations.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(tables, row);
                }
            }
        }
        return new StoredTables(tables);
    }

    private static void add(Map<Long, Table> tables, ResultSet row) throws SQLException {
        Table table = tables.get(row.getLong(1));
        if (table == null) {
            table = new Table(
                    row.getString(2),
                    row.getLong(3),
                    row.getBoolean(4),
                    row.getDouble(5),
                    row.getBoolean(6),
                    row.getLong(7),
                    new LinkedHashMap<>());
            tables.put(row.getLong(1), table);
        }
        @Nullable String column = row.getString(9);
        if (column != null) {
            table.columns().put(row.getInt(8), column);
        }
    }
}
