package dev.slipway.runner.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Unavailability;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectorTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PostgresServer server = PostgresServer.shared();

    @Test
    void connects() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(database.url())).isInstanceOf(Attempt.Connected.class);
    }

    @Test
    void tellsThatNothingListens() throws Exception {
        assertThat(attempt("postgresql://u@127.0.0.1:%d/app".formatted(closedPort())))
                .isEqualTo(failed(Unavailability.REFUSED, "driver: Connection refused"));
    }

    @Test
    void tellsThatAHostIsNotKnown() throws Exception {
        assertThat(attempt("postgresql://u@db.invalid/app")).isInstanceOfSatisfying(Attempt.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(Unavailability.NAME_NOT_RESOLVED);
            assertThat(failed.said()).startsWith("driver: no address is known for host db.invalid");
        });
    }

    @ParameterizedTest
    @CsvSource({"disable", "prefer", "require"})
    void tellsThatAListenerNeverAnswers(String sslmode) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            Attempt attempt = new Connector(
                            settings("postgresql://u@127.0.0.1:%d/app?sslmode=%s"
                                    .formatted(silent.getLocalPort(), sslmode)),
                            "wait")
                    .attempt(Duration.ofMillis(300));
            assertThat(attempt)
                    .isInstanceOfSatisfying(
                            Attempt.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Unavailability.TIMED_OUT));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(250), Duration.ofSeconds(2));
        }
    }

    @Test
    void boundsTheQuestionsToAPoolerThatHasNoServer() throws Exception {
        try (FakeServer fake = FakeServer.reporting(List.of("server_version=18.0"))) {
            long start = System.nanoTime();
            Attempt attempt = new Connector(settings("postgresql://u@127.0.0.1:%d/app".formatted(fake.port())), "wait")
                    .attempt(Duration.ofMillis(300));
            assertThat(attempt).isEqualTo(failed(Unavailability.TIMED_OUT, "driver: no answer within 300 ms"));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(250), Duration.ofSeconds(2));
        }
    }

    @Test
    void boundsAnAttemptByConnectTimeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            assertThat(attempt("postgresql://u@127.0.0.1:%d/app?connect_timeout=1".formatted(silent.getLocalPort())))
                    .isInstanceOfSatisfying(
                            Attempt.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Unavailability.TIMED_OUT));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            57P03 | STARTING_UP          | the database system is starting up
            57P01 | STARTING_UP          | terminating connection due to administrator command
            28000 | NOT_PERMITTED        | no pg_hba.conf entry for host "10.0.0.7", user "app", database "app", no encryption
            53300 | TOO_MANY_CONNECTIONS | sorry, too many clients already
            25006 | READ_ONLY            | cannot set transaction read-write mode during recovery
            42704 | SETTING_REFUSED      | unrecognized configuration parameter "x"
            08P01 | NO_SUCH_DATABASE     | no such database: app
            08P01 | WRONG_PASSWORD       | password authentication failed
            08P01 | PASSWORD_MISSING     | empty password returned by client
            08P01 | SETTING_REFUSED      | unsupported startup parameter: options
            08P01 | OTHER                | query_wait_timeout
            XX000 | OTHER                | something else
            """)
    void tellsWhatTheServerSays(String sqlState, Unavailability reason, String message) throws Exception {
        try (FakeServer fake = FakeServer.refusing(sqlState, message)) {
            assertThat(attempt("postgresql://u@127.0.0.1:%d/app".formatted(fake.port())))
                    .isEqualTo(failed(reason, "server: %s (SQLSTATE %s)".formatted(message, sqlState)));
        }
    }

    @Test
    void tellsThatAProxyHasNoServerBehindIt() throws Exception {
        try (FakeServer fake = new FakeServer((_, client) -> client.close())) {
            assertThat(attempt("postgresql://u@127.0.0.1:%d/app".formatted(fake.port())))
                    .isInstanceOfSatisfying(
                            Attempt.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Unavailability.CONNECTION_CLOSED));
        }
    }

    @ParameterizedTest
    @CsvSource({"disable", "prefer", "require"})
    void tellsThatSomethingElseAnswers(String sslmode) throws Exception {
        try (ServerSocket web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAsWebServer(web));
            assertThat(attempt("postgresql://u@127.0.0.1:%d/app?sslmode=%s".formatted(web.getLocalPort(), sslmode)))
                    .isInstanceOfSatisfying(
                            Attempt.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Unavailability.NOT_POSTGRESQL));
        }
    }

    private static void answerAsWebServer(ServerSocket web) {
        try {
            while (true) {
                try (Socket client = web.accept()) {
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    client.getOutputStream().flush();
                    client.getInputStream().read();
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    @Test
    void refusesAServerThatIsTooOld() throws Exception {
        try (FakeServer fake = FakeServer.version("13.22", "off")) {
            assertThat(attempt("postgresql://u@127.0.0.1:%d/app".formatted(fake.port())))
                    .isEqualTo(failed(Unavailability.UNSUPPORTED_VERSION, "server: its version is 13.22"));
        }
    }

    @Test
    void tellsThatADatabaseDoesNotExist() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(database.url().replaceFirst("/[^/]*$", "/missing")))
                .isEqualTo(failed(
                        Unavailability.NO_SUCH_DATABASE,
                        "server: database \"missing\" does not exist (SQLSTATE 3D000)"));
    }

    @Test
    void tellsAWrongPasswordAndAnUnknownUser() throws Exception {
        TestDatabase database = server.createDatabase();
        String said = "server: password authentication failed for user \"%s\" (SQLSTATE 28P01)";
        assertThat(attempt(address("%s:wrong".formatted(database.owner()), database)))
                .isEqualTo(failed(Unavailability.WRONG_PASSWORD, said.formatted(database.owner())));
        assertThat(attempt(address("nobody:wrong", database)))
                .isEqualTo(failed(Unavailability.WRONG_PASSWORD, said.formatted("nobody")));
    }

    @Test
    void tellsThatAPasswordIsAskedForAndNoneIsGiven() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(address(database.owner(), database)))
                .isInstanceOfSatisfying(
                        Attempt.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Unavailability.PASSWORD_MISSING));
    }

    @Test
    void tellsThatAUserMayNotLogInOrConnect() throws Exception {
        TestDatabase database = server.createDatabase();
        server.execute("revoke connect on database %s from public, %s".formatted(database.name(), database.owner()));
        assertThat(attempt(database.url()))
                .isEqualTo(failed(
                        Unavailability.NOT_PERMITTED,
                        "server: permission denied for database \"%s\"; User does not have CONNECT privilege. (SQLSTATE 42501)"
                                .formatted(database.name())));
        server.execute("alter role %s nologin".formatted(database.owner()));
        assertThat(attempt(database.url()))
                .isEqualTo(failed(
                        Unavailability.NOT_PERMITTED,
                        "server: role \"%s\" is not permitted to log in (SQLSTATE 28000)".formatted(database.owner())));
    }

    @Test
    void tellsThatADatabaseTakesNoConnections() throws Exception {
        TestDatabase database = server.createDatabase();
        server.execute("alter database %s allow_connections false".formatted(database.name()));
        assertThat(attempt(database.url()))
                .isEqualTo(failed(
                        Unavailability.NOT_PERMITTED,
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
                            Unavailability.TOO_MANY_CONNECTIONS,
                            "server: too many connections for role \"%s\" (SQLSTATE 53300)"
                                    .formatted(database.owner())));
        }
    }

    @Test
    void tellsThatADatabaseIsReadOnly() throws Exception {
        TestDatabase database = server.createDatabase();
        server.execute("alter database %s set default_transaction_read_only = on".formatted(database.name()));
        assertThat(attempt(database.url()))
                .isEqualTo(failed(Unavailability.READ_ONLY, "server: default_transaction_read_only is on"));
    }

    @Test
    void tellsThatTheServerHasNoTls() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(database.url() + "?sslmode=require"))
                .isEqualTo(failed(Unavailability.TLS_REFUSED, "driver: The server does not support SSL."));
    }

    @Test
    void tellsThatAnOptionOfTheUserIsNotKnown() throws Exception {
        TestDatabase database = server.createDatabase();
        assertThat(attempt(database.url() + "?options=-c%20no_such_setting=1"))
                .isEqualTo(failed(
                        Unavailability.SETTING_REFUSED,
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
                        Attempt.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Unavailability.WRONG_PASSWORD));
        Files.delete(file);
        assertThat(connector.attempt(LIMIT))
                .isEqualTo(
                        failed(Unavailability.PASSWORD_UNREADABLE, "file: java.nio.file.NoSuchFileException: " + file));
        Files.writeString(file, database.password() + "\r\n", StandardCharsets.UTF_8);
        assertThat(connector.attempt(LIMIT)).isInstanceOf(Attempt.Connected.class);
    }

    @Test
    void findsTheOneHostThatTakesWrites() throws Exception {
        TestDatabase database = server.createDatabase();
        try (FakeServer standby = FakeServer.version("18.0", "on")) {
            String hosts = "127.0.0.1:%d,127.0.0.1:%d,localhost:".formatted(closedPort(), standby.port());
            assertThat(attempt(database.url().replace("localhost:", hosts))).isInstanceOf(Attempt.Connected.class);
            assertThat(standby.startups()).hasSize(1);
        }
    }

    @Test
    void tellsOfEachHostAndBlamesTheOneThatIsNoStandby() throws Exception {
        int closed = closedPort();
        try (FakeServer standby = FakeServer.version("18.0", "on")) {
            assertThat(attempt("postgresql://u@127.0.0.1:%d,127.0.0.1:%d/app".formatted(standby.port(), closed)))
                    .isEqualTo(failed(
                            Unavailability.REFUSED,
                            "127.0.0.1:%d server: in_hot_standby is on; 127.0.0.1:%d driver: Connection refused"
                                    .formatted(standby.port(), closed)));
        }
    }

    private static Attempt attempt(String url) throws InterruptedException {
        Attempt attempt = new Connector(settings(url), "wait").attempt(LIMIT);
        if (attempt instanceof Attempt.Connected(Session session)) {
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

    private static Attempt.Failed failed(Unavailability reason, String said) {
        return new Attempt.Failed(reason, said);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
