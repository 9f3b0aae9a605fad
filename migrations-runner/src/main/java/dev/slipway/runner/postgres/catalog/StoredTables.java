package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables that hold data, and their columns, at one moment of a transaction.
///
/// @param tables by their object id
public record StoredTables(Map<Long, Table> tables) {
    /// @param name as it can stand in SQL
    /// @param file changes when the table is rewritten or truncated
    /// @param partitioned whether its rows are those of other tables
    /// @param rows as the server estimates them, negative if it never did
    /// @param deleted how many rows this transaction has deleted so far
    /// @param columns their names, as they can stand in SQL, by number
    public record Table(
            String name, long file, boolean partitioned, double rows, long deleted, Map<Integer, String> columns) {}

    public static StoredTables now(Session session) throws SQLException {
        Map<Long, Table> tables = new LinkedHashMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(TextResource.read(StoredTables.class, "stored.sql"))) {
            while (row.next()) {
                Table table = tables.get(row.getLong(1));
                if (table == null) {
                    table = new Table(
                            row.getString(2),
                            row.getLong(3),
                            row.getBoolean(4),
                            row.getDouble(5),
                            row.getLong(6),
                            new LinkedHashMap<>());
                    tables.put(row.getLong(1), table);
                }
                @Nullable String column = row.getString(8);
                if (column != null) {
                    table.columns().put(row.getInt(7), column);
                }
            }
        }
        return new StoredTables(tables);
    }
}
