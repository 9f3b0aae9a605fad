package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Compares what a statement asks for with an index, as the server writes both: the statement is run on an empty copy
/// of the table that is rolled back.
record IndexDefinition(IndexBuild build) {
    private static final String USING = " USING ";

    /// Where the server refuses the copy, for example because an expression names the table, the index counts as what
    /// the statement asks for.
    boolean isThatOf(Session session, TableIndex index) throws SQLException {
        session.connection().setAutoCommit(false);
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("create temporary table slipway_copy (like %s)".formatted(build.table()));
            statement.execute("create %s index slipway_index on pg_temp.slipway_copy %s"
                    .formatted(build.unique() ? "unique" : "", build.definition()));
            try (ResultSet row = statement.executeQuery(
                    "select pg_catalog.pg_get_indexdef('pg_temp.slipway_index'::pg_catalog.regclass)")) {
                row.next();
                return comparable(row.getString(1)).equals(comparable(index.definition()));
            }
        } catch (SQLException e) {
            ServerError error = ServerErrors.of(e);
            if (error.sqlState().isEmpty() || error.isConnectionLost()) {
                throw e;
            }
            return true;
        } finally {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        }
    }

    private static String comparable(String definition) {
        return definition.startsWith("CREATE UNIQUE") + definition.substring(definition.indexOf(USING));
    }
}
