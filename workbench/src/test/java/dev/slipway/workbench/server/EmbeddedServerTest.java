package dev.slipway.workbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.failure.UsageFailure;
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

    @Test
    void whatIsWrongWithItsBinariesIsNotTakenForAMissingNamespace() {
        assertThat(EmbeddedServer.unusable(new IllegalStateException("Duplicate embedded postgres binaries")))
                .isEqualTo(
                        new UsageFailure(
                                "the PostgreSQL that comes with Slipway does not start: Duplicate embedded postgres binaries",
                                "name a server for scratch databases with --scratch-url, for example postgresql://me@localhost/postgres"));
    }
}
