package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A table that somebody keeps locked uses up neither the service nor the database.
final class LockedTableTest {
    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    @Test
    void requestsAreRefusedSoonAndNobodyKeepsWaitingInTheDatabase() throws Exception {
        AccountDatabase database = AccountDatabase.migrated();
        try (RunningService service = start(database);
                Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            service.awaitReady();
            Client client = service.as(1, "admin");
            connection.setAutoCommit(false);
            statement.execute("lock table users");

            try (ExecutorService threads = Executors.newFixedThreadPool(30)) {
                Callable<HttpResponse<String>> request = () -> client.exchange("GET", "/api/users", "");
                List<Future<HttpResponse<String>>> answers = threads.invokeAll(Collections.nCopies(30, request));
                for (Future<HttpResponse<String>> answer : answers) {
                    assertThat(answer.get().statusCode()).isEqualTo(503);
                    assertThat(answer.get().headers().firstValue("Retry-After")).contains("1");
                    assertThat(answer.get().body())
                            .containsAnyOf("the database is busy", "the database does not answer");
                }
            }
            assertThat(service.get("/api/health").status()).isEqualTo(200);
            RunningService.await(() -> database.owner().query(WAITING).equals(List.of("0")));

            connection.rollback();
            assertThat(client.get("/api/users").status()).isEqualTo(200);
            assertThat(service.isReady()).isTrue();
        }
    }

    @Test
    void theServiceIsNotReadyWhileTheQueueIsFull() throws Exception {
        AccountDatabase database = AccountDatabase.migrated();
        try (RunningService service = start(database);
                Connection connection = database.owner().connect();
                Statement statement = connection.createStatement();
                ExecutorService threads = Executors.newFixedThreadPool(5)) {
            service.awaitReady();
            Client client = service.as(1, "admin");
            connection.setAutoCommit(false);
            statement.execute("lock table users");

            List<Future<Integer>> answers = Stream.generate(() -> threads.submit(() -> askedUntilServed(client)))
                    .limit(5)
                    .toList();
            try {
                RunningService.await(() -> readiness(service).equals(ready(503, "DOWN")));
                assertThat(service.get("/api/health").status()).isEqualTo(200);
            } finally {
                connection.rollback();
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            assertThat(readiness(service)).isEqualTo(ready(200, "UP"));
        }
    }

    private static int askedUntilServed(Client client) {
        int status = 503;
        while (status == 503) {
            status = client.get("/api/users").status();
        }
        return status;
    }

    /// But for the number of requests that are answered.
    private static Answer readiness(RunningService service) {
        Answer answer = service.get("/health/readiness");
        return new Answer(
                answer.status(), answer.type(), answer.body().replaceAll("\"activeTasks\":\\d+", "\"activeTasks\":0"));
    }

    private static Answer ready(int status, String pool) {
        return new Answer(status, "application/json", """
                {"name":"backend-service","status":"POOL","details":{\
                "schema":{"name":"backend-service","status":"UP",\
                "details":{"message":"the schema is at revision \\"8\\""}},\
                "service":{"name":"backend-service","status":"UP","details":null},\
                "pool":{"name":"backend-service","status":"POOL","details":null},\
                "gracefulShutdown":{"name":"backend-service","status":"UP","details":{"activeTasks":0}}}}""".replace("POOL", pool));
    }

    /// With two connections, and three requests that wait for one.
    private static RunningService start(AccountDatabase database) {
        return RunningService.start(Map.of(
                "DATABASE_URL",
                database.service().url(),
                "DATABASE_POOL_SIZE",
                "2",
                "DATABASE_QUEUE",
                "3",
                "DATABASE_LOCK_TIMEOUT",
                "500ms"));
    }
}
