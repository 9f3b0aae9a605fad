package dev.slipway.runner.postgres.batch;

import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Whether a script that ran in batches to its end would touch rows again.
public final class DivergenceQuery {
    /// What the query names is there no more, or is something else.
    private static final String SYNTAX_OR_ACCESS = "42";

    private DivergenceQuery() {}

    /// Of a script whose rows still meet its condition once it has changed them nobody can tell.
    public static boolean stands(Session session, Checkpoint batch) throws SQLException {
        String query = batch.diverging();
        if (query == null || !Boolean.TRUE.equals(batch.converges())) {
            return false;
        }
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(query)) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (state != null && state.startsWith(SYNTAX_OR_ACCESS)) {
                return false;
            }
            throw e;
        }
    }
}
