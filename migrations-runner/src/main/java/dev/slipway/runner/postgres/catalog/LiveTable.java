package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table as it is.
///
/// @param sql its name as it can stand in SQL
/// @param columns those of the primary key first and in its order
public record LiveTable(long oid, String sql, List<Column> columns) {
    public LiveTable {
        columns = List.copyOf(columns);
    }

    /// @param sql its name as it can stand in SQL
    /// @param base the name in `pg_type` of its type, or of the type its domain stands on
    /// @param type as somebody would write it
    /// @param filled whether an insert may leave it out, null aside
    /// @param computed whether the server refuses values for it
    /// @param key whether it is part of the primary key
    public record Column(
            String name,
            String sql,
            String base,
            String type,
            boolean notNull,
            boolean filled,
            boolean computed,
            boolean key) {}

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public List<Column> key() {
        return columns.stream().filter(Column::key).toList();
    }

    /// The tables of these names that exist, by these names; without a schema a name is searched for as in any SQL.
    public static Map<String, LiveTable> named(Session session, List<String> names) throws SQLException {
        Map<String, LiveTable> tables = new LinkedHashMap<>();
        try (PreparedStatement statement =
                session.connection().prepareStatement(TextResource.read(LiveTable.class, "live-columns.sql"))) {
            statement.setArray(1, session.connection().createArrayOf("text", names.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(row, tables);
                }
            }
        }
        return tables;
    }

    private static void add(ResultSet row, Map<String, LiveTable> tables) throws SQLException {
        String sql = row.getString(3);
        if (sql == null) {
            return;
        }
        String name = row.getString(1);
        LiveTable known = tables.get(name);
        List<Column> columns = new ArrayList<>(known == null ? List.of() : known.columns());
        if (row.getString(4) != null) {
            columns.add(column(row));
        }
        tables.put(name, new LiveTable(row.getLong(2), sql, columns));
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11));
    }
}
