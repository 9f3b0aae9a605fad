package dev.slipway.systemtests.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.testing.MigratedDatabase;
import dev.slipway.runner.testing.MigratedDatabases;
import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/// `docs/how-to/test-your-service.md` with a server of Testcontainers.
@RequiresEngine
class MigratedDatabasesTest {
    @Test
    void areMadeOnAServerOfTestcontainers() throws SQLException {
        String scripts = Command.ROOT.resolve("migrations").toString();
        try (MigratedDatabases databases = AccountsPostgres.migratedDatabases().from(scripts);
                MigratedDatabase database = databases.at("6")) {
            assertThat(columns(database)).doesNotContain("active");
            database.upgrade("7");
            assertThat(columns(database)).contains("active");
        }
    }

    private static String columns(MigratedDatabase database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select string_agg(column_name, ' ') from information_schema.columns where table_name = 'users'
                        """)) {
            row.next();
            return row.getString(1);
        }
    }
}
