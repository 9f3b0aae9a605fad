package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What a role may do.
///
/// @param superuser whether it may do everything
/// @param createsSchemas whether it may create schemas, and tables in them
/// @param createsTablesIn the schemas in which it may create tables
public record RoleRights(boolean superuser, boolean createsSchemas, List<String> createsTablesIn) {
    public RoleRights {
        createsTablesIn = List.copyOf(createsTablesIn);
    }

    /// What a role may do with a table.
    ///
    /// @param reachable whether it may use the table's schema at all
    /// @param owner whether it may do what only the owner may
    /// @param lacking the rights that it does not have of those asked for
    /// @param sequences those that inserts take values from and that it may not use
    public record OfTable(
            String schema, boolean reachable, boolean owner, List<String> lacking, List<String> sequences) {
        public OfTable {
            lacking = List.copyOf(lacking);
            sequences = List.copyOf(sequences);
        }
    }

    /// Nothing for a role that does not exist.
    public static Optional<RoleRights> of(Session session, String role) throws SQLException {
        try (PreparedStatement statement = prepare(session, "role-rights.sql")) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new RoleRights(row.getBoolean(1), row.getBoolean(2), texts(row, 3)))
                        : Optional.empty();
            }
        }
    }

    /// @param rights those that are needed: select, insert, update, delete
    /// @param columns the columns they are needed for
    public static OfTable with(Session session, LiveTable table, String role, List<String> rights, List<String> columns)
            throws SQLException {
        Connection connection = session.connection();
        try (PreparedStatement statement = prepare(session, "table-rights.sql")) {
            statement.setLong(1, table.oid());
            statement.setString(2, role);
            statement.setArray(3, connection.createArrayOf("text", rights.toArray()));
            statement.setArray(4, connection.createArrayOf("text", columns.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new OfTable(
                        row.getString(1), row.getBoolean(2), row.getBoolean(3), texts(row, 4), texts(row, 5));
            }
        }
    }

    private static PreparedStatement prepare(Session session, String name) throws SQLException {
        return session.connection().prepareStatement(TextResource.read(RoleRights.class, name));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
