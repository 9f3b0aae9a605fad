package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Keeps what a script left, as far as the user of the run may.
///
/// @param table null if nothing can be kept
/// @param accepted whether what is accepted can be kept
public record FingerprintKeeper(@Nullable FingerprintTable table, boolean accepted) {
    /// The statements, each ending in `; `, for the transaction that has written the history row of the rank.
    public String statements(int rank, String fingerprint, AcceptedDrift drift) {
        if (table == null) {
            return "";
        }
        return table.statement(rank, fingerprint) + (accepted ? table.statement(rank, drift) : "");
    }

    /// The same in a transaction of its own, for a row that was written before.
    public void keepAlone(Session session, int rank, String fingerprint, AcceptedDrift drift) throws SQLException {
        session.connection().setAutoCommit(false);
        try {
            session.execute(statements(rank, fingerprint, drift));
            session.connection().commit();
        } finally {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        }
    }
}
