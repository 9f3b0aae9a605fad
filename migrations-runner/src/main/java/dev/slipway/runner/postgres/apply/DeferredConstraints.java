package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Constraints that are INITIALLY DEFERRED are so again where a transaction would begin. SET CONSTRAINTS holds to the
/// end
/// of a transaction, and a rehearsal has only one.
final class DeferredConstraints {
    private DeferredConstraints() {}

    static void restore(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            String restore = null;
            try (ResultSet row =
                    statement.executeQuery(SqlResource.read(DeferredConstraints.class, "deferred-constraints.sql"))) {
                restore = row.next() ? row.getString(1) : null;
            }
            if (restore != null) {
                statement.execute(restore);
            }
        }
    }
}
