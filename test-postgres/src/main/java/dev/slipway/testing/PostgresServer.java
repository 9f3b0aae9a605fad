package dev.slipway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// A PostgreSQL server on loopback that asks every role but the superuser for its password.
///
/// The server is the one shipped as a Maven artifact, unless `SLIPWAY_TEST_POSTGRES_HOME` names an installed one,
/// for example `/usr/lib/postgresql/15`.
public final class PostgresServer implements AutoCloseable {
    public static final String HOME_VARIABLE = "SLIPWAY_TEST_POSTGRES_HOME";

    private static final String PASSWORDS_REQUIRED = """
        local all all trust
        host all postgres 127.0.0.1/32 trust
        host all postgres ::1/128 trust
        host all all 127.0.0.1/32 scram-sha-256
        host all all ::1/128 scram-sha-256
        host replication postgres 127.0.0.1/32 trust
        """;

    private final EmbeddedPostgres embedded;
    private final RecentDatabases recent;

    private PostgresServer(EmbeddedPostgres embedded, RecentDatabases recent) {
        this.embedded = embedded;
        this.recent = recent;
    }

    /// The server that all tests of this process share; it ends with the process.
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /// Starts a server of its own on the given port, or on a free one if the port is 0.
    public static PostgresServer start(int port) {
        return start(port, home());
    }

    /// Starts a server of its own of an installed PostgreSQL.
    public static PostgresServer startInstalled(Path home) {
        return start(0, Optional.of(home));
    }

    /// A server with its settings, whose data lies in a directory.
    static EmbeddedPostgres.Builder builder(Path data, Optional<Path> installed) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("max_connections", "200")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("password_encryption", "scram-sha-256");
        installed.ifPresentOrElse(
                home -> builder.setPgBinaryResolver(new InstalledPostgres(home)),
                // an older one does not have it; with the 4096 of the default, to sign in takes as long as to connect
                () -> builder.setServerConfig("scram_iterations", "1"));
        return builder;
    }

    private static PostgresServer start(int port, Optional<Path> installed) {
        try {
            DataDirectory data = DataDirectory.create();
            EmbeddedPostgres.Builder builder = builder(data.path(), installed).setCleanDataDirectory(true);
            if (port != 0) {
                builder.setPort(port);
            }
            EmbeddedPostgres embedded = builder.start();
            Files.writeString(data.path().resolve("pg_hba.conf"), PASSWORDS_REQUIRED);
            PostgresServer server = new PostgresServer(embedded, new RecentDatabases(data.databases()));
            server.execute("select pg_reload_conf()");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Creates an empty database owned by a role of the same name that is no superuser.
    public TestDatabase createDatabase() {
        String name = recent.next();
        try (Connection connection = connectAsSuperuser("postgres")) {
            TestDatabase database = createDatabase(name, name, "secret of " + name, connection);
            recent.add(name, connection);
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("could not create a database, or drop an older one", e);
        }
    }

    public TestDatabase createDatabase(String name, String owner, String password) {
        try (Connection connection = connectAsSuperuser("postgres")) {
            return createDatabase(name, owner, password, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("could not create a database", e);
        }
    }

    private TestDatabase createDatabase(String name, String owner, String password, Connection connection)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String role = "\"" + owner.replace("\"", "\"\"") + "\"";
            statement.execute("create role %s login password '%s'".formatted(role, password));
            statement.execute("create database %s owner %s strategy file_copy".formatted(name, role));
        }
        return new TestDatabase(this, name, owner, password);
    }

    public int port() {
        return embedded.getPort();
    }

    /// The address of the maintenance database for its superuser, in the form of `DATABASE_URL`.
    public String superuserUrl() {
        return "postgresql://postgres@localhost:%d/postgres".formatted(port());
    }

    /// A connection as superuser.
    public Connection connectAsSuperuser(String database) throws SQLException {
        return embedded.getDatabase("postgres", database).getConnection();
    }

    /// Runs one statement as superuser in the maintenance database.
    public void execute(String sql) {
        try (Connection connection = connectAsSuperuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            embedded.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Path> home() {
        return Optional.ofNullable(System.getenv(HOME_VARIABLE))
                .filter(home -> !home.isBlank())
                .map(Path::of);
    }

    private static final class Shared {
        static final PostgresServer SERVER = start(0);
    }
}
