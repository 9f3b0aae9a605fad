package dev.slipway.systemtests.host;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A database with the two roles of a deployment.
///
/// @param owner the database as the runner signs in
/// @param service the database as the service signs in
record Deployment(TestDatabase owner, TestDatabase service) {
    private static final String PASSWORD = "secret";

    static Deployment create() {
        PostgresServer server = PostgresServer.shared();
        String name = server.createDatabase().name();
        createRoles(server, name);
        return new Deployment(
                new TestDatabase(server, name, "slipway_owner", PASSWORD),
                new TestDatabase(server, name, "account_service", PASSWORD));
    }

    /// Runs `roles.sql` as `psql` would, which this machine may not have.
    private static void createRoles(PostgresServer server, String name) {
        try (Connection connection = server.connectAsSuperuser(name);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readAllLines(Command.ROOT.resolve("deploy/postgres/roles.sql")).stream()
                    .filter(line -> !line.startsWith("\\"))
                    .collect(Collectors.joining("\n"))
                    .replace(":'owner_password'", "'" + PASSWORD + "'")
                    .replace(":'service_password'", "'" + PASSWORD + "'")
                    .replace(":\"DBNAME\"", name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the runner's jar as the owner.
    Outcome runner(String... arguments) {
        List<String> words = Java.words("-jar", Java.jar("migrations-runner").toString());
        return new Command(
                        Stream.concat(words.stream(), Stream.of(arguments)).toList(),
                        Map.of("DATABASE_URL", owner.url(), "SLIPWAY_SERVICE_ROLE", "account_service"))
                .run();
    }

    /// The highest version that was applied.
    int revision() {
        return Integer.parseInt(owner.query("select max(version::int) from flyway_schema_history")
                .getFirst());
    }
}
