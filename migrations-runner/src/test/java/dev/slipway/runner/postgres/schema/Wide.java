package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.TextResource;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Schemas with objects of all kinds.
final class Wide {
    private Wide() {}

    static void createIn(TestDatabase database) throws SQLException {
        run(database, "wide.sql");
    }

    /// What few schemas have.
    static void createRareIn(TestDatabase database) throws SQLException {
        run(new TestDatabase(database.server(), database.name(), "postgres", "unused"), "rare.sql");
    }

    /// In the simple protocol, since the driver would split the statements and stumbles over bodies in standard SQL.
    private static void run(TestDatabase database, String script) throws SQLException {
        String unsplit = database.jdbcUrl() + "?preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(unsplit, database.owner(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(TextResource.read(Wide.class, script));
        }
    }
}
