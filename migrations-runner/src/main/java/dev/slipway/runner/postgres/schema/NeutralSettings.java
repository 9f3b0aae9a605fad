package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import dev.slipway.runner.postgres.sql.CatalogQueries.Call;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Settings under which the server words definitions the same way in every session, for the time of one reading.
///
/// They end with a savepoint or a transaction that is rolled back, so the session gets back exactly what it had, even
/// what a script has SET LOCAL, and even if the reading fails.
final class NeutralSettings {
    private static final String SETTINGS = TextResource.read(NeutralSettings.class, "settings.sql");

    private NeutralSettings() {}

    static <T> T during(Connection connection, DatabaseCall.Query<T> reading) throws SQLException {
        return during(connection, List.of(), List.of(), reading);
    }

    /// @param more other settings, as SET LOCAL
    /// @param first what is read in the round trip that sets them
    /// @param reading what is read then
    static <T> T during(Connection connection, List<String> more, List<Call> first, DatabaseCall.Query<T> reading)
            throws SQLException {
        boolean alone = connection.getAutoCommit();
        List<String> beginning = new ArrayList<>(alone ? List.of() : List.of("savepoint slipway_reading"));
        beginning.add(SETTINGS);
        beginning.addAll(more);
        connection.setAutoCommit(false);
        try (End _ = alone ? () -> rollback(connection) : () -> rollbackToSavepoint(connection)) {
            new CatalogQueries(connection).execute(beginning, first);
            return reading.run();
        }
    }

    /// What fails here does not take the place of what failed before.
    private interface End extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private static void rollback(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static void rollbackToSavepoint(Connection connection) throws SQLException {
        new CatalogQueries(connection)
                .execute(
                        List.of("rollback to savepoint slipway_reading", "release savepoint slipway_reading"),
                        List.of());
    }
}
