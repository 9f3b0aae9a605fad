package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Settings under which the server words definitions the same way in every session, for the time of one reading.
///
/// They end with a savepoint or a transaction that is rolled back, so the session gets back exactly what it had, even
/// what a script has SET LOCAL, and even if the reading fails.
final class NeutralSettings {
    private static final String SETTINGS = TextResource.read(NeutralSettings.class, "settings.sql");

    private NeutralSettings() {}

    static <T> T during(Connection connection, DatabaseCall.Query<T> reading) throws SQLException {
        return connection.getAutoCommit() ? inTransaction(connection, reading) : inSavepoint(connection, reading);
    }

    private static <T> T inTransaction(Connection connection, DatabaseCall.Query<T> reading) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, SETTINGS);
            return reading.run();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static <T> T inSavepoint(Connection connection, DatabaseCall.Query<T> reading) throws SQLException {
        execute(connection, "savepoint slipway_reading;\n" + SETTINGS);
        try {
            return reading.run();
        } finally {
            execute(connection, "rollback to savepoint slipway_reading; release savepoint slipway_reading");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
