package dev.slipway.runner.postgres.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Drops a database, even if somebody is connected to it.
public final class DropDatabase {
    private DropDatabase() {}

    /// An autovacuum worker may be ended by a superuser alone, but a drop without `force` sends it away.
    public static void named(String database, Connection connection) throws SQLException {
        String drop = "drop database if exists " + Quote.identifier(database);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try {
                statement.execute(drop + " with (force)");
            } catch (SQLException e) {
                if (!ServerErrors.of(e).isPrivilegeMissing()) {
                    throw e;
                }
                statement.execute(drop);
            }
        }
    }
}
