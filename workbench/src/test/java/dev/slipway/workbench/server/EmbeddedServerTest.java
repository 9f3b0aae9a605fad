package dev.slipway.workbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.scratch.BundledServer;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class EmbeddedServerTest {
    @Test
    void isFoundAndLetsItsUserCreateDatabases() throws SQLException {
        BundledServer server =
                ServiceLoader.load(BundledServer.class).findFirst().orElseThrow();

        try (BundledServer.Running running = server.start();
                Session session = Sessions.open(running.url());
                Statement statement = session.connection().createStatement()) {
            assertThat(statement.executeUpdate("create database scratch")).isZero();
        }
    }
}
