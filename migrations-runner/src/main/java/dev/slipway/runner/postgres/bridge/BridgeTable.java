package dev.slipway.runner.postgres.bridge;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A table in which a database keeps columns equal.
///
/// @param sql its name as it can stand in SQL
/// @param holdsRows whether it is a table, partitioned or not
/// @param inherited whether other tables inherit from it
/// @param partition whether it is part of another
/// @param key the columns of a unique key without nulls, as they can stand in SQL; empty if it has none
public record BridgeTable(
        String sql,
        boolean holdsRows,
        boolean inherited,
        boolean partition,
        List<String> key,
        List<BridgeColumn> columns) {
    public BridgeTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    public Optional<BridgeColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// @param name with its schema before it if that is known, as the catalog has them
    /// @param written columns that cannot be part of the key
    public static Optional<BridgeTable> find(Session session, List<String> name, Collection<String> written)
            throws SQLException {
        String sql = name.stream().map(Quote::identifier).collect(Collectors.joining("."));
        return find(session, sql, written);
    }

    /// @param name as it can stand in SQL
    public static Optional<BridgeTable> find(Session session, String name, Collection<String> written)
            throws SQLException {
        try (PreparedStatement query = prepare(session, "table.sql")) {
            query.setArray(1, session.connection().createArrayOf("text", written.toArray()));
            query.setString(2, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(table(session, row)) : Optional.empty();
            }
        }
    }

    private static BridgeTable table(Session session, ResultSet row) throws SQLException {
        Array key = row.getArray(6);
        long oid = row.getLong(1);
        return new BridgeTable(
                row.getString(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getBoolean(5),
                key == null ? List.of() : List.of((String[]) key.getArray()),
                EmptySearchPath.ask(session, () -> columns(session, oid)));
    }

    private static List<BridgeColumn> columns(Session session, long oid) throws SQLException {
        List<BridgeColumn> columns = new ArrayList<>();
        try (PreparedStatement query = prepare(session, "columns.sql")) {
            query.setLong(1, oid);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    columns.add(column(row));
                }
            }
        }
        return columns;
    }

    private static BridgeColumn column(ResultSet row) throws SQLException {
        return new BridgeColumn(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getString(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getString(12));
    }

    private static PreparedStatement prepare(Session session, String resource) throws SQLException {
        return session.connection().prepareStatement(TextResource.read(BridgeTable.class, resource));
    }
}
