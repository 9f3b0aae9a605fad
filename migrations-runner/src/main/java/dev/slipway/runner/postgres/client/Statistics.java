package dev.slipway.runner.postgres.client;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.sql.Statement;

/// What the server knows of the contents of tables, to plan queries. A dump does not hold it.
public final class Statistics {
    private Statistics() {}

    public static void gather(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("analyze");
        }
    }
}
