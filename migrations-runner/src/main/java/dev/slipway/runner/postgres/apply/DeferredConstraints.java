package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Has constraints checked as at the beginning of a transaction. SET CONSTRAINTS holds to the end of one, and a
/// rehearsal has only one. Of those that a later script makes, all that can be are deferred.
public final class DeferredConstraints {
    private DeferredConstraints() {}

    public static void restore(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            String restore;
            try (ResultSet row =
                    statement.executeQuery(TextResource.read(DeferredConstraints.class, "deferred-constraints.sql"))) {
                row.next();
                restore = row.getString(1);
            }
            statement.execute(restore);
        }
    }
}
