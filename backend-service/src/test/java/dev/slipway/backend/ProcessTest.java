package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ProcessTest {
    @Test
    void aSchemaThatStaysBehindEndsWith3() throws Exception {
        TestDatabase database = AccountDatabase.at(6).service();
        assertEnds(
                Map.of("DATABASE_URL", database.url(), "SCHEMA_WAIT_TIMEOUT", "1s"),
                ExitCode.SCHEMA_REFUSED,
                "the schema is at revision \"6\" and this service needs revision \"7\"; run the migrations-runner");
    }

    @Test
    void aFailedScriptEndsWith3() throws Exception {
        AccountDatabase database = AccountDatabase.at(6);
        database.record("7", "SQL", "V7__x.sql", false);
        assertEnds(
                Map.of("DATABASE_URL", database.service().url(), "SCHEMA_WAIT_TIMEOUT", "1s"),
                ExitCode.SCHEMA_REFUSED,
                "script \"V7__x.sql\" failed on this schema; mend it and run the migrations-runner again");
    }

    @Test
    void aSchemaThatIsTooNewEndsWith3AtOnce() throws Exception {
        AccountDatabase database = AccountDatabase.migrated();
        database.contract("8");
        assertEnds(
                Map.of("DATABASE_URL", database.service().url(), "SCHEMA_WAIT_TIMEOUT", "60m"),
                ExitCode.SCHEMA_REFUSED,
                "the schema is at revision \"8\", and since \"8\" it cannot serve a service built for \"7\"; start a newer service");
    }

    @Test
    void aDatabaseThatIsNotThereEndsWith4() throws Exception {
        TestDatabase database =
                AccountDatabase.create().named("no_such_database").service();
        assertEnds(
                Map.of("DATABASE_URL", database.url(), "SCHEMA_WAIT_TIMEOUT", "1s"),
                ExitCode.DATABASE_UNAVAILABLE,
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
                ExitCode.DATABASE_UNAVAILABLE,
                "database \"%s\" on \"localhost:%d\" refuses user or password: FATAL: password authentication failed for user \"account_service\"; correct the service's user and password"
                        .formatted(database.name(), database.server().port()));
    }

    @Test
    void aMissingAddressEndsWith2() throws Exception {
        assertEnds(
                Map.of(),
                ExitCode.USAGE,
                "DATABASE_URL is missing or malformed; give postgresql://user:password@host:5432/database, and percent-encode special characters in user and password");
    }

    @Test
    void aMalformedTimeoutEndsWith2() throws Exception {
        assertEnds(
                Map.of("DATABASE_URL", "postgresql://db/accounts", "SCHEMA_WAIT_TIMEOUT", "1 minute"),
                ExitCode.USAGE,
                "SCHEMA_WAIT_TIMEOUT does not take \"1 minute\"; give a duration such as 500ms, 60s or 2m");
    }

    @Test
    void aTakenPortEndsWith1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                ServiceProcess service = ServiceProcess.start(Map.of(
                        "DATABASE_URL",
                        "postgresql://localhost:1/accounts",
                        "SERVER_PORT",
                        String.valueOf(taken.getLocalPort())))) {
            assertThat(service.awaitExit()).isEqualTo(ExitCode.NOT_STARTED.code());
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
                        "TOKEN_KEY",
                        "a key of 32 bytes at the very least",
                        "ADMIN_PASSWORD",
                        "the administrator's secret"));
                HttpClient client = HttpClient.newHttpClient();
                Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            int port = service.awaitPort();
            RunningService.await(() -> service.lines().stream().anyMatch(line -> line.contains("open: ")));
            String token = signIn(client, port);
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
            assertThat(service.awaitExit()).isEqualTo(ExitCode.STOPPED.code());
            assertThat(service.lines())
                    .containsExactlyInAnyOrder(
                            "INFO  FirstAdministrator - first administrator: \"admin\" with the password that was given",
                            "INFO  ServiceGate - open: the schema is at revision \"7\"",
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
            assertThat(service.awaitExit()).isEqualTo(ExitCode.STOPPED.code());
        }
    }

    private static String signIn(HttpClient client, int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/auth/login".formatted(port)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"admin\",\"password\":\"the administrator's secret\"}"))
                .build();
        return client.send(request, BodyHandlers.ofString())
                .body()
                .replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
    }

    private static void assertEnds(Map<String, String> environment, ExitCode code, String message) throws Exception {
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
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
