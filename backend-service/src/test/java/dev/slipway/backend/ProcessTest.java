package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessTest {
    @Test
    void aSchemaThatStaysBehindEndsWith3() throws Exception {
        TestDatabase database = AccountDatabase.at(7).service();
        assertEnds(
                Map.of("DATABASE_URL", database.url(), "SCHEMA_WAIT_TIMEOUT", "1s"),
                ServiceExitCode.SCHEMA_REFUSED,
                "the schema is at revision \"7\" and this service needs revision \"8\"; run the migrations-runner");
    }

    @Test
    void aFailedScriptEndsWith3() throws Exception {
        AccountDatabase database = AccountDatabase.at(7);
        database.record("8", "SQL", "V8__x.sql", false);
        assertEnds(
                Map.of("DATABASE_URL", database.service().url(), "SCHEMA_WAIT_TIMEOUT", "1s"),
                ServiceExitCode.SCHEMA_REFUSED,
                "script \"V8__x.sql\" failed on this schema; mend it and run the migrations-runner again");
    }

    @Test
    void aSchemaThatIsTooNewEndsWith3AtOnce() throws Exception {
        AccountDatabase database = AccountDatabase.migrated();
        database.contract("9");
        assertEnds(
                Map.of("DATABASE_URL", database.service().url(), "SCHEMA_WAIT_TIMEOUT", "60m"),
                ServiceExitCode.SCHEMA_REFUSED,
                "the schema is at revision \"9\", and since \"9\" it cannot serve a service built for \"8\"; start a newer service");
    }

    @Test
    void aDatabaseThatIsNotThereEndsWith4() throws Exception {
        TestDatabase database =
                AccountDatabase.create().named("no_such_database").service();
        assertEnds(
                Map.of("DATABASE_URL", database.url(), "SCHEMA_WAIT_TIMEOUT", "1s"),
                ServiceExitCode.DATABASE_UNAVAILABLE,
                "database \"no_such_database\" on \"localhost:%d\" is not reachable: FATAL: database \"no_such_database\" does not exist"
                        .formatted(database.server().port()));
    }

    @Test
    void aWrongPasswordEndsWith4LongBeforeTheDeadline() throws Exception {
        TestDatabase database = AccountDatabase.create().service();
        Map<String, String> environment =
                Map.of("DATABASE_URL", database.url(), "DATABASE_PASSWORD", "guessed", "SCHEMA_WAIT_TIMEOUT", "60m");
        assertEnds(
                environment,
                ServiceExitCode.DATABASE_UNAVAILABLE,
                "database \"%s\" on \"localhost:%d\" refuses user or password: FATAL: password authentication failed for user \"account_service\"; correct the service's user and password"
                        .formatted(database.name(), database.server().port()));
    }

    @Test
    void aMissingAddressEndsWith2() throws Exception {
        assertEnds(
                Map.of(),
                ServiceExitCode.USAGE,
                "DATABASE_URL is missing or malformed; give postgresql://user:password@host:5432/database, and percent-encode special characters in user and password");
    }

    @Test
    void aMalformedTimeoutEndsWith2() throws Exception {
        assertEnds(
                Map.of("DATABASE_URL", "postgresql://db/accounts", "SCHEMA_WAIT_TIMEOUT", "1 minute"),
                ServiceExitCode.USAGE,
                "SCHEMA_WAIT_TIMEOUT does not take \"1 minute\"; give a duration such as 500ms, 60s or 2m, from 0s to 1440m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TOKEN_LIFETIME|15h|give a duration such as 500ms, 60s or 2m, from 1s to 60m",
                "TOKEN_LIFETIME|0s|give a duration such as 500ms, 60s or 2m, from 1s to 60m",
                "TOKEN_LIFETIME|999999999m|give a duration such as 500ms, 60s or 2m, from 1s to 60m",
                "SESSION_LIFETIME|12h|give a duration such as 500ms, 60s or 2m, from 1s to 43200m",
                "SIGN_IN_ATTEMPTS_PER_MINUTE|0|give a number from 1 to 1000000",
                "SIGN_IN_ATTEMPTS_PER_MINUTE|99999999999|give a number from 1 to 1000000",
                "SERVER_PORT|70000|give a number from -1 to 65535",
                "SERVER_PORT|http|give a number from -1 to 65535",
                "DATABASE_POOL_SIZE|0|give a number from 1 to 500",
                "DATABASE_LOCK_TIMEOUT|0s|give a duration such as 500ms, 60s or 2m, from 1ms to 10m",
                "REQUEST_TIMEOUT|1h|give a duration such as 500ms, 60s or 2m, from 100ms to 5m",
                "DRAIN_DELAY|forever|give a duration such as 500ms, 60s or 2m, from 0s to 5m",
                "METRICS_PORT|0|give a number from 1 to 65535",
                "ACCESS_LOG|yes|give false or true",
                "LOG_FORMAT|xml|give text or json",
                "OTEL_EXPORTER_OTLP_ENDPOINT|collector|give an address such as http://collector:4318",
                "TRUSTED_PROXIES|10.0.0.0/33|give networks such as 10.0.0.0/8, separated by commas",
            })
    void aSettingOutOfRangeEndsWith2(String name, String value, String remedy) throws Exception {
        assertEnds(
                Map.of("DATABASE_URL", "postgresql://localhost:1/accounts", name, value),
                ServiceExitCode.USAGE,
                "%s does not take \"%s\"; %s".formatted(name, value, remedy));
    }

    @Test
    void aStopSaysFirstThatItIsNotReadyAndAnswersForAWhile() throws Exception {
        AccountDatabase database = AccountDatabase.migrated();
        try (ServiceProcess service = ServiceProcess.start(Map.of(
                        "DATABASE_URL",
                        database.service().url(),
                        "ADMIN_PASSWORD",
                        RunningService.ADMIN_PASSWORD,
                        "DRAIN_DELAY",
                        "5s"));
                HttpClient client = HttpClient.newHttpClient()) {
            int port = service.awaitPort();
            service.awaitOpen();
            service.stop();
            RunningService.await(() -> service.lines().contains("INFO  Main - not ready any more; stopping in 5 s"));
            assertThat(ServiceProcess.status(client, port, "/health/readiness")).isEqualTo(503);
            assertThat(ServiceProcess.status(client, port, "/api/health")).isEqualTo(200);
            assertThat(service.awaitExit()).isEqualTo(ServiceExitCode.STOPPED.code());
        }
    }

    @Test
    void aTakenPortEndsWith1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                ServiceProcess service = ServiceProcess.start(Map.of(
                        "DATABASE_URL",
                        "postgresql://localhost:1/accounts",
                        "SERVER_PORT",
                        String.valueOf(taken.getLocalPort())))) {
            assertThat(service.awaitExit()).isEqualTo(ServiceExitCode.NOT_STARTED.code());
            assertThat(service.errors())
                    .endsWith(
                            "ERROR Main - the service does not start: Unable to start Micronaut server on *:%d: Address already in use"
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void aStopFinishesRunningRequestsAndEndsWith0() throws Exception {
        AccountDatabase database = AccountDatabase.migrated();
        try (ServiceProcess service = ServiceProcess.start(Map.of(
                        "DATABASE_URL",
                        database.service().url(),
                        "DATABASE_LOCK_TIMEOUT",
                        "60s",
                        "DATABASE_STATEMENT_TIMEOUT",
                        "60s",
                        "TOKEN_KEY",
                        "a key of 32 bytes at the very least",
                        "ADMIN_PASSWORD",
                        "the administrator's secret"));
                HttpClient client = HttpClient.newHttpClient();
                Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            int port = service.awaitPort();
            service.awaitOpen();
            String token =
                    ServiceProcess.signIn(client, port).body().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
            connection.setAutoCommit(false);
            statement.execute("lock table users");
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:%d/api/users?role=viewer".formatted(port)))
                    .header("Authorization", "Bearer " + token)
                    .build();
            CompletableFuture<HttpResponse<String>> running = client.sendAsync(request, BodyHandlers.ofString());
            RunningService.await(() -> !database.owner()
                    .query("select 1 from pg_locks where not granted and relation = 'users'::regclass")
                    .isEmpty());

            service.stop();

            RunningService.await(() -> isClosed(port));
            connection.rollback();
            assertThat(running.get().body()).isEqualTo("{\"users\":[],\"next\":null}");
            assertThat(service.awaitExit()).isEqualTo(ServiceExitCode.STOPPED.code());
            assertThat(service.lines())
                    .containsExactlyInAnyOrder(
                            "INFO  FirstAdministrator - first administrator: \"admin\" with the password that was given",
                            "INFO  ServiceGate - open: the schema is at revision \"8\"",
                            "INFO  Main - listening on port " + port,
                            "INFO  Main - stopping when the running requests are finished");
        }
    }

    @Test
    void aStopWhileWaitingEndsWith0() throws Exception {
        try (ServiceProcess service =
                ServiceProcess.start(Map.of("DATABASE_URL", "postgresql://localhost:1/accounts"))) {
            service.awaitPort();
            service.stop();
            assertThat(service.awaitExit()).isEqualTo(ServiceExitCode.STOPPED.code());
        }
    }

    private static void assertEnds(Map<String, String> environment, ServiceExitCode code, String message)
            throws Exception {
        try (ServiceProcess service = ServiceProcess.start(environment)) {
            assertThat(service.awaitExit()).as("%s", service.lines()).isEqualTo(code.code());
            assertThat(service.errors()).containsExactly("ERROR Main - the service does not start: " + message);
            assertThat(String.join("\n", service.lines())).doesNotContain("secret", "guessed", "\tat ");
        }
    }

    private static boolean isClosed(int port) {
        try {
            new Socket("localhost", port).close();
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (SocketException e) {
            return false; // it closes at this moment
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
