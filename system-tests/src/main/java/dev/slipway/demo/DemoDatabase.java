package dev.slipway.demo;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/// A PostgreSQL of the demo's own, with an empty database and the two roles of a deployment.
///
/// @param owner the database as the runner signs in
/// @param service the database as the service signs in
record DemoDatabase(PostgresServer server, TestDatabase owner, TestDatabase service) implements AutoCloseable {
    private static final Path ROLES = Path.of("deploy/postgres/roles.sql");
    private static final String NAME = "accounts";
    private static final String PASSWORD = "demo";

    /// @param port 0 for a free one
    static DemoDatabase start(int port) throws IOException, SQLException {
        PostgresServer server = PostgresServer.start(port);
        server.execute("create database " + NAME);
        createRoles(server);
        return new DemoDatabase(
                server,
                new TestDatabase(server, NAME, "slipway_owner", PASSWORD),
                new TestDatabase(server, NAME, "account_service", PASSWORD));
    }

    /// Runs `roles.sql` as `psql` would, which this machine may not have.
    private static void createRoles(PostgresServer server) throws IOException, SQLException {
        String sql = Files.readAllLines(ROLES).stream()
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n"))
                .replace(":'owner_password'", "'" + PASSWORD + "'")
                .replace(":'service_password'", "'" + PASSWORD + "'")
                .replace(":\"DBNAME\"", NAME);
        try (Connection connection = server.connectAsSuperuser(NAME);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String version() throws SQLException {
        try (Connection connection = owner.connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
