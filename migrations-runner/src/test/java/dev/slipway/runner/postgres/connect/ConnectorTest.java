package dev.slipway.runner.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.UnavailableReason;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectorTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PostgresServer server = PostgresServer.shared();

    @Test
    void connects() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(database.url())).isInstanceOf(ConnectAttempt.Connected.class);
    }

    @Test
    void tellsThatADatabaseDoesNotExist() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(database.url().replaceFirst("/[^/]*$", "/missing")))
                .isEqualTo(failed(
                        UnavailableReason.NO_SUCH_DATABASE,
                        "server: database \"missing\" does not exist (SQLSTATE 3D000)"));
    }

    @Test
    void tellsAWrongPasswordAndAnUnknownUser() throws Exception {
        TestDatabase database = server.createDatabase();
        String said = "server: password authentication failed for user \"%s\" (SQLSTATE 28P01)";
        assertThat(attempt(address("%s:wrong".formatted(database.owner()), database)))
                .isEqualTo(failed(UnavailableReason.WRONG_PASSWORD, said.formatted(database.owner())));
        assertThat(attempt(address("nobody:wrong", database)))
                .isEqualTo(failed(UnavailableReason.WRONG_PASSWORD, said.formatted("nobody")));
    }

    @Test
    void tellsThatAPasswordIsAskedForAndNoneIsGiven() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(address(database.owner(), database)))
                .isInstanceOfSatisfying(
                        ConnectAttempt.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(UnavailableReason.PASSWORD_MISSING));
    }

    @Test
    void tellsThatAUserMayNotLogInOrConnect() throws Exception {
        TestDatabase database = server.createDatabase();
        server.execute("revoke connect on database %s from public, %s".formatted(database.name(), database.owner()));
        assertThat(attempt(database.url()))
                .isEqualTo(failed(
                        UnavailableReason.NOT_PERMITTED,
                        "server: permission denied for database \"%s\"; User does not have CONNECT privilege. (SQLSTATE 42501)"
                                .formatted(database.name())));
        server.execute("alter role %s nologin".formatted(database.owner()));
        assertThat(attempt(database.url()))
                .isEqualTo(failed(
                        UnavailableReason.NOT_PERMITTED,
                        "server: role \"%s\" is not permitted to log in (SQLSTATE 28000)".formatted(database.owner())));
    }

    @Test
    void tellsThatADatabaseTakesNoConnections() throws Exception {
        TestDatabase database = server.createDatabase();
        server.execute("alter database %s allow_connections false".formatted(database.name()));
        assertThat(attempt(database.url()))
                .isEqualTo(failed(
                        UnavailableReason.NOT_PERMITTED,
                        "server: database \"%s\" is not currently accepting connections (SQLSTATE 55000)"
                                .formatted(database.name())));
    }

    @Test
    void tellsThatThereAreTooManyConnections() throws Exception {
        TestDatabase database = server.createDatabase();
        server.execute("alter role %s connection limit 1".formatted(database.owner()));
        try (Connection _ = database.connect()) {
            assertThat(attempt(database.url()))
                    .isEqualTo(failed(
                            UnavailableReason.TOO_MANY_CONNECTIONS,
                            "server: too many connections for role \"%s\" (SQLSTATE 53300)"
                                    .formatted(database.owner())));
        }
    }

    @Test
    void tellsThatADatabaseIsReadOnly() throws Exception {
        TestDatabase database = server.createDatabase();
        server.execute("alter database %s set default_transaction_read_only = on".formatted(database.name()));
        assertThat(attempt(database.url()))
                .isEqualTo(failed(UnavailableReason.READ_ONLY, "server: default_transaction_read_only is on"));
    }

    @Test
    void tellsThatTheServerHasNoTls() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(database.url() + "?sslmode=require"))
                .isEqualTo(failed(UnavailableReason.TLS_REFUSED, "driver: The server does not support SSL."));
    }

    @Test
    void aServerThatGoesAwayInTheHandshakeOnlyClosedTheConnection() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread stopping = Thread.ofVirtual().start(() -> agreesOnTlsAndGoes(socket));
            assertThat(attempt(
                            "postgresql://me:secret@localhost:%d/app?sslmode=require".formatted(socket.getLocalPort())))
                    .isInstanceOfSatisfying(
                            ConnectAttempt.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(UnavailableReason.CONNECTION_CLOSED));
            stopping.join();
        }
    }

    /// Source: the section "SSL Session Encryption" of PostgreSQL's protocol
    private static void agreesOnTlsAndGoes(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getInputStream().readNBytes(8);
            connection.getOutputStream().write('S');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsThatAnOptionOfTheUserIsNotKnown() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(database.url() + "?options=-c%20no_such_setting=1"))
                .isEqualTo(failed(
                        UnavailableReason.SETTING_REFUSED,
                        "server: unrecognized configuration parameter \"no_such_setting\" (SQLSTATE 42704)"));
    }

    @Test
    void readsThePasswordFileAtEachAttempt(@TempDir Path folder) throws Exception {
        TestDatabase database = server.createDatabase();
        Path file = Files.writeString(folder.resolve("password"), "old\n");
        Connector connector = new Connector(
                ConnectionSettings.of(
                        Optional.empty(),
                        Map.of(
                                "DATABASE_URL",
                                address(database.owner(), database),
                                "DATABASE_PASSWORD_FILE",
                                file.toString())),
                "wait");
        assertThat(connector.attempt(LIMIT))
                .isInstanceOfSatisfying(
                        ConnectAttempt.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(UnavailableReason.WRONG_PASSWORD));
        Files.delete(file);
        assertThat(connector.attempt(LIMIT))
                .isEqualTo(failed(
                        UnavailableReason.PASSWORD_UNREADABLE, "file: java.nio.file.NoSuchFileException: " + file));
        Files.writeString(file, database.password() + "\r\n", StandardCharsets.UTF_8);
        assertThat(connector.attempt(LIMIT)).isInstanceOf(ConnectAttempt.Connected.class);
    }

    @Test
    void findsTheOneHostThatTakesWrites() throws Exception {
        TestDatabase database = server.createDatabase();
        try (FakeServer standby = FakeServer.version("18.0", "on")) {
            String hosts = "127.0.0.1:%d,127.0.0.1:%d,localhost:".formatted(Ports.closed(), standby.port());
            assertThat(attempt(database.url().replace("localhost:", hosts)))
                    .isInstanceOf(ConnectAttempt.Connected.class);
            assertThat(standby.startups()).hasSize(1);
        }
    }

    private static ConnectAttempt attempt(String url) throws InterruptedException {
        ConnectAttempt attempt = new Connector(settings(url), "wait").attempt(LIMIT);
        if (attempt instanceof ConnectAttempt.Connected(Session session)) {
            session.close();
        }
        return attempt;
    }

    private static ConnectionSettings settings(String url) {
        return ConnectionSettings.of(Optional.of(url), Map.of());
    }

    private String address(String account, TestDatabase database) {
        return "postgresql://%s@localhost:%d/%s".formatted(account, server.port(), database.name());
    }

    private static ConnectAttempt.Failed failed(UnavailableReason reason, String said) {
        return new ConnectAttempt.Failed(reason, said);
    }
}
