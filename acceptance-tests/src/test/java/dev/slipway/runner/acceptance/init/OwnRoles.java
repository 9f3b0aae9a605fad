package dev.slipway.runner.acceptance.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The roles of a project that `init` began.
final class OwnRoles {
    private OwnRoles() {}

    /// A database as the image of PostgreSQL makes it, which belongs to the owner.
    static TestDatabase in(Path project, String name) throws IOException, InterruptedException {
        TestDatabase database = PostgresServer.shared().createDatabase();
        return make(project, name, database);
    }

    /// Runs the file as a superuser, twice, and returns the database as the owner sees it.
    static TestDatabase make(Path project, String name, TestDatabase database)
            throws IOException, InterruptedException {
        Program.require("psql", "postgresql-client-15");
        String address = database.server().superuserUrl().replaceFirst("/postgres$", "/" + database.name());
        ProcessBuilder psql = new ProcessBuilder("psql", "-qX", "-f", "deploy/roles.sql", address)
                .directory(project.toFile())
                .inheritIO();
        psql.environment().putAll(Map.of("OWNER_PASSWORD", "owner-secret", "SERVICE_PASSWORD", "service-secret"));
        for (int again = 0; again < 2; again++) {
            assertThat(psql.start().waitFor()).isZero();
        }
        return new TestDatabase(database.server(), database.name(), name + "_owner", "owner-secret");
    }
}
