package dev.slipway.runner.postgres.bridge;

import dev.slipway.runner.postgres.catalog.LiveTable;
import dev.slipway.runner.postgres.catalog.MatchingRows;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.scratch.TrialRefused;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/// Counts rows by a condition that somebody else wrote, so that the transaction goes on if the server refuses it.
public final class DivergingRows {
    private DivergingRows() {}

    /// @throws TrialRefused if the server refuses the condition
    public static MatchingRows in(Session session, LiveTable table, String condition)
            throws SQLException, TrialRefused {
        Connection connection = session.connection();
        Savepoint before = connection.setSavepoint();
        try {
            return MatchingRows.in(session, table, condition);
        } catch (SQLException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw DatabaseCall.refused("compare the sides of a bridge", e);
            }
            connection.rollback(before);
            throw new TrialRefused(condition, e);
        }
    }
}
