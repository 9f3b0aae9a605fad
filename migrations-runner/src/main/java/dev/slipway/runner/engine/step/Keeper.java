package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.postgres.history.FingerprintTable;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Keeps what a script left, as far as the user of the run may.
///
/// @param table null if nothing can be kept
/// @param accepted whether what is accepted can be kept
record Keeper(@Nullable FingerprintTable table, boolean accepted) {
    void keep(int rank, String fingerprint, AcceptedDrift drift) throws SQLException {
        if (table == null) {
            return;
        }
        table.write(rank, fingerprint);
        if (accepted) {
            table.write(rank, drift);
        }
    }
}
