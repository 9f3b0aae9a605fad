package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.postgres.sql.SqlResource;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A schema with objects of all kinds.
final class Wide {
    private Wide() {}

    /// In the simple protocol, since the driver would split the statements and stumbles over bodies in standard SQL.
    static void createIn(TestDatabase database) throws SQLException {
        String unsplit = database.jdbcUrl() + "?preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(unsplit, database.owner(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(SqlResource.read(Wide.class, "wide.sql"));
        }
    }
}
