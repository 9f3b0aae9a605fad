package dev.slipway.runner.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.UnavailableReason;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What answers is not the PostgreSQL that is looked for, if anything answers at all.
final class StrangeServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void tellsThatNothingListens() throws Exception {
        assertThat(attempt("postgresql://u@127.0.0.1:%d/app".formatted(Ports.closed())))
                .isEqualTo(failed(UnavailableReason.REFUSED, "driver: Connection refused"));
    }

    @Test
    void tellsThatAHostIsNotKnown() throws Exception {
        assertThat(attempt("postgresql://u@db.invalid/app"))
                .isInstanceOfSatisfying(ConnectAttempt.Failed.class, failed -> {
                    assertThat(failed.reason()).isEqualTo(UnavailableReason.NAME_NOT_RESOLVED);
                    assertThat(failed.said()).startsWith("driver: no address is known for host db.invalid");
                });
    }

    @ParameterizedTest
    @CsvSource({"disable", "prefer", "require"})
    void tellsThatAListenerNeverAnswers(String sslmode) throws Exception {
        try (ServerSocket silent = Ports.silent()) {
            long start = System.nanoTime();
            ConnectAttempt attempt = new Connector(
                            settings("postgresql://u@127.0.0.1:%d/app?sslmode=%s"
                                    .formatted(silent.getLocalPort(), sslmode)),
                            "wait")
                    .attempt(Duration.ofMillis(300));
            assertThat(attempt)
                    .isInstanceOfSatisfying(
                            ConnectAttempt.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(UnavailableReason.TIMED_OUT));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
        }
    }

    @Test
    void boundsTheQuestionsToAPoolerThatHasNoServer() throws Exception {
        try (FakeServer fake = FakeServer.reporting(List.of("server_version=18.0"))) {
            long start = System.nanoTime();
            ConnectAttempt attempt = new Connector(
                            settings("postgresql://u@127.0.0.1:%d/app".formatted(fake.port())), "wait")
                    .attempt(Duration.ofMillis(300));
            assertThat(attempt).isInstanceOfSatisfying(ConnectAttempt.Failed.class, failed -> {
                assertThat(failed.reason()).isEqualTo(UnavailableReason.TIMED_OUT);
                assertThat(failed.said()).matches("driver: no answer within \\d+ ms");
            });
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
        }
    }

    @Test
    void boundsAnAttemptByConnectTimeout() throws Exception {
        try (ServerSocket silent = Ports.silent()) {
            long start = System.nanoTime();
            assertThat(attempt("postgresql://u@127.0.0.1:%d/app?connect_timeout=1".formatted(silent.getLocalPort())))
                    .isInstanceOfSatisfying(
                            ConnectAttempt.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(UnavailableReason.TIMED_OUT));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
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
            08P01 | NO_SUCH_DATABASE     | database "app" does not exist
            08P01 | WRONG_PASSWORD       | password authentication failed
            08P01 | PASSWORD_MISSING     | empty password returned by client
            08P01 | SETTING_REFUSED      | unsupported startup parameter: options
            08P01 | OTHER                | query_wait_timeout
            XX000 | OTHER                | something else
            """)
    void tellsWhatTheServerSays(String sqlState, UnavailableReason reason, String message) throws Exception {
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
                            ConnectAttempt.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(UnavailableReason.CONNECTION_CLOSED));
        }
    }

    @ParameterizedTest
    @CsvSource({"disable", "prefer", "require"})
    void tellsThatSomethingElseAnswers(String sslmode) throws Exception {
        try (ServerSocket web = Ports.silent()) {
            Thread.ofVirtual().start(() -> answerAsWebServer(web));
            assertThat(attempt("postgresql://u@127.0.0.1:%d/app?sslmode=%s".formatted(web.getLocalPort(), sslmode)))
                    .isInstanceOfSatisfying(
                            ConnectAttempt.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(UnavailableReason.NOT_POSTGRESQL));
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
                    .isEqualTo(failed(UnavailableReason.UNSUPPORTED_VERSION, "server: its version is 13.22"));
        }
    }

    @Test
    void tellsOfEachHostAndBlamesTheOneThatIsNoStandby() throws Exception {
        int closed = Ports.closed();
        try (FakeServer standby = FakeServer.version("18.0", "on")) {
            assertThat(attempt("postgresql://u@127.0.0.1:%d,127.0.0.1:%d/app".formatted(standby.port(), closed)))
                    .isEqualTo(failed(
                            UnavailableReason.REFUSED,
                            "127.0.0.1:%d server: in_hot_standby is on; 127.0.0.1:%d driver: Connection refused"
                                    .formatted(standby.port(), closed)));
        }
    }

    @Test
    void leavesTimeForTheHostAfterASilentOne() throws Exception {
        try (ServerSocket silent = Ports.silent();
                FakeServer standby = FakeServer.version("18.0", "on")) {
            String url =
                    "postgresql://u@127.0.0.1:%d,127.0.0.1:%d/app".formatted(silent.getLocalPort(), standby.port());
            long start = System.nanoTime();
            ConnectAttempt attempt = new Connector(settings(url), "wait").attempt(Duration.ofSeconds(3));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(attempt).isInstanceOfSatisfying(ConnectAttempt.Failed.class, failed -> {
                assertThat(failed.reason()).isEqualTo(UnavailableReason.TIMED_OUT);
                assertThat(failed.said())
                        .matches(
                                "127.0.0.1:%d driver: no answer within 1.\\d s; 127.0.0.1:%d server: in_hot_standby is on"
                                        .formatted(silent.getLocalPort(), standby.port()));
            });
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

    private static ConnectAttempt.Failed failed(UnavailableReason reason, String said) {
        return new ConnectAttempt.Failed(reason, said);
    }
}
