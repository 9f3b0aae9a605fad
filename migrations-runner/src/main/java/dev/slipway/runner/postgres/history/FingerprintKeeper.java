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
    /// In the transaction of the session, once that has written the history row of the rank.
    public void keep(int rank, String fingerprint, AcceptedDrift drift) throws SQLException {
        if (table == null) {
            return;
        }
        table.write(rank, fingerprint);
        if (accepted) {
            table.write(rank, drift);
        }
    }

    /// The same in a transaction of its own, for a row that was written before.
    public void keepAlone(Session session, int rank, String fingerprint, AcceptedDrift drift) throws SQLException {
        session.connection().setAutoCommit(false);
        try {
            keep(rank, fingerprint, drift);
            session.connection().commit();
        } finally {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        }
    }
}
