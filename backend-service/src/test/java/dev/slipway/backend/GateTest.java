package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GateTest {
    @Test
    void opensWhenTheRunnerHasDoneItsWork() {
        AccountDatabase database = AccountDatabase.at(7);
        try (RunningService service = RunningService.start(database.service())) {
            RunningService.await(() -> service.get("/api/health").body().contains("\"database\":\"UP\""));
            assertThat(service.get("/api/health")).isEqualTo(health(503, """
                    {"status":"DOWN","database":"UP","schema":{"expected":"8","found":"7"},\
                    "message":"the schema is at revision \\"7\\" and this service needs revision \\"8\\"; run the migrations-runner"}"""));
            assertThat(service.get("/api/users"))
                    .isEqualTo(service.get("/api/users/1"))
                    .isEqualTo(unavailable("""
                            the schema is at revision \\"7\\" and this service needs revision \\"8\\"; run the migrations-runner"""));
            assertThat(service.get("/health/liveness").status()).isEqualTo(200);
            assertThat(service.isReady()).isFalse();

            database.migrate(8, 8);

            service.awaitReady();
            assertThat(service.get("/api/health")).isEqualTo(health(200, """
                    {"status":"UP","database":"UP","schema":{"expected":"8","found":"8"},\
                    "message":"the schema is at revision \\"8\\""}"""));
            assertThat(service.as(1, "admin").get("/api/users?role=viewer"))
                    .isEqualTo(health(200, "{\"users\":[],\"next\":null}"));
        }
    }

    @Test
    void waitsForADatabaseThatIsNotThereYet() {
        AccountDatabase existing = AccountDatabase.create();
        String name = existing.owner().name() + "_later";
        try (RunningService service = RunningService.start(existing.named(name).service())) {
            RunningService.await(() -> service.get("/api/health").body().contains("the database is not reachable"));
            assertThat(service.get("/health/liveness").status()).isEqualTo(200);
            assertThat(service.isReady()).isFalse();

            existing.owner().server().execute("create database " + name);
            AccountDatabase.createRoles(existing.owner().server(), name);
            existing.named(name).migrate(1, 8);

            service.awaitReady();
            assertThat(service.as(1, "admin").get("/api/users").status()).isEqualTo(200);
        }
    }

    @Test
    void tellsStrangersOfAServerThatDoesNotListenButNotWhichItIs() throws IOException {
        int port = freePort();
        try (RunningService service = RunningService.start(
                Map.of("DATABASE_URL", "postgresql://account_service:secret@localhost:%d/accounts".formatted(port)))) {
            assertThat(service.get("/api/health")).isEqualTo(health(503, """
                    {"status":"DOWN","database":"DOWN","schema":{"expected":"8","found":null},\
                    "message":"the database is not reachable"}"""));
            assertThat(service.get("/health/readiness").body()).doesNotContain("localhost", "refused", "accounts");
        }
    }

    @Test
    void closesWhileTheDatabaseIsAway() {
        AccountDatabase database = AccountDatabase.migrated();
        try (RunningService service = RunningService.start(database.service())) {
            service.awaitReady();
            assertThat(service.as(1, "admin").get("/api/users").status()).isEqualTo(200);
            database.allowConnections(false);
            service.awaitNotReady();
            assertThat(service.as(1, "admin").get("/api/users").status()).isEqualTo(503);
            database.allowConnections(true);
            service.awaitReady();
            assertThat(service.as(1, "admin").get("/api/users").status()).isEqualTo(200);
        }
    }

    @Test
    void aRequestThatMeetsTheLossFirstIsAnswered503() {
        AccountDatabase database = AccountDatabase.migrated();
        try (RunningService service = RunningService.start(database.service())) {
            service.awaitReady();
            assertThat(service.as(1, "admin").get("/api/users").status()).isEqualTo(200);
            database.allowConnections(false);
            assertThat(service.as(1, "admin").get("/api/users").status()).isEqualTo(503);
        }
    }

    @Test
    void closesWhenTheSchemaIsTakenAwayUnderTheService() {
        AccountDatabase database = AccountDatabase.migrated();
        try (RunningService service = RunningService.start(database.service())) {
            service.awaitReady();
            database.undo(8);
            service.awaitNotReady();
            database.migrate(8, 8);
            service.awaitReady();
            database.contract("9");
            service.awaitNotReady();
            assertThat(service.get("/api/users")).isEqualTo(unavailable("""
                    the schema is at revision \\"9\\", and since \\"9\\" it cannot serve a service built for \\"8\\"; \
                    start a newer service"""));
        }
    }

    private static Answer health(int status, String body) {
        return new Answer(status, "application/json", body);
    }

    private static Answer unavailable(String detail) {
        return new Answer(
                503,
                "application/problem+json",
                "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"%s\"}".formatted(detail));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
