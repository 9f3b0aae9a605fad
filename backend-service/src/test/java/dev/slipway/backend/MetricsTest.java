package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What Prometheus reads, on a port of its own.
final class MetricsTest {
    @Test
    void tellOfRequestsPoolSignInsLockoutsAndTheGate() throws IOException {
        AccountDatabase database = AccountDatabase.migrated();
        int port = freePort();
        try (RunningService service = start(database, Map.of("METRICS_PORT", String.valueOf(port)))) {
            service.awaitReady();
            database.owner().execute("update company_settings set max_failed_login_attempts = 3");
            database.service().execute("""
                    insert into users (username, email, hashed_password) values ('ana', 'ana@example.org', 'hash')""");
            for (int i = 0; i < 3; i++) {
                signIn(service, "ana", 401);
            }
            signIn(service, "admin", 200);
            service.as(1, "admin").get("/api/users/1");
            service.as(1, "admin").get("/api/users/2");
            service.get("/nowhere/%s".formatted("x".repeat(20)));

            String metrics = read(service, port).body();
            assertThat(lines(metrics, "sign_ins_total", "lockouts_total", "schema_"))
                    .containsExactlyInAnyOrder(
                            "sign_ins_total{outcome=\"success\"} 1.0",
                            "sign_ins_total{outcome=\"failure\"} 3.0",
                            "lockouts_total 1.0",
                            "schema_gate_open 1.0",
                            "schema_pending 0.0",
                            "schema_position_info{expected=\"8\",found=\"8\",verdict=\"ready\"} 1");
            assertThat(lines(metrics, "http_server_requests_seconds_count"))
                    .anySatisfy(line ->
                            assertThat(line).contains("uri=\"/api/users/{id}\"").endsWith(" 2"))
                    .anySatisfy(line -> assertThat(line).contains("uri=\"/api/auth/login\"", "status=\"401\""))
                    .noneMatch(line -> line.contains("xxx"));
            assertThat(lines(metrics, "hikaricp_connections{", "hikaricp_connections_pending{"))
                    .hasSize(2)
                    .allMatch(line -> line.contains("pool=\"accounts\""));
        }
    }

    @Test
    void tellOfASchemaThatIsBehind() throws IOException {
        AccountDatabase database = AccountDatabase.at(7);
        int port = freePort();
        try (RunningService service = start(database, Map.of("METRICS_PORT", String.valueOf(port)))) {
            RunningService.await(() -> lines(read(service, port).body(), "schema_")
                    .equals(List.of(
                            "schema_gate_open 0.0",
                            "schema_pending 1.0",
                            "schema_position_info{expected=\"8\",found=\"7\",verdict=\"behind\"} 1")));
        }
    }

    @Test
    void areOnTheirOwnPortOnlyAndTheRestIsNotThere() throws IOException {
        int port = freePort();
        try (RunningService service = start(AccountDatabase.migrated(), Map.of("METRICS_PORT", String.valueOf(port)))) {
            service.awaitReady();
            assertThat(service.get("/prometheus").status()).isEqualTo(404);
            assertThat(service.as(1, "admin").get("/metrics").status()).isEqualTo(404);
            for (String path : List.of("/api/health", "/health", "/docs", "/metrics")) {
                assertThat(exchange(service, port, path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void areNotThereWithoutAPort() {
        try (RunningService service = start(AccountDatabase.migrated(), Map.of())) {
            service.awaitReady();
            assertThat(service.get("/prometheus").status()).isEqualTo(404);
        }
    }

    private static RunningService start(AccountDatabase database, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATABASE_URL", database.service().url());
        environment.put("ADMIN_PASSWORD", RunningService.ADMIN_PASSWORD);
        return RunningService.start(environment);
    }

    private static void signIn(RunningService service, String name, int status) {
        assertThat(service.nobody()
                        .send("POST", "/api/auth/login", SignIns.body(name, RunningService.ADMIN_PASSWORD))
                        .status())
                .isEqualTo(status);
    }

    private static Answer read(RunningService service, int port) {
        Answer answer = RunningService.answer(exchange(service, port, "/prometheus"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith("text/plain");
        return answer;
    }

    private static HttpResponse<String> exchange(RunningService service, int port, String path) {
        return service.exchange(HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .build());
    }

    private static List<String> lines(String metrics, String... names) {
        return metrics.lines()
                .filter(line -> List.of(names).stream().anyMatch(line::startsWith))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
