package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What variables make of the log.
final class ServiceLogTest {
    @Test
    void theAccessLogHasALineForEachRequestButThoseOfProbes() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(
                        Map.of("DATABASE_URL", "postgresql://localhost:1/accounts", "ACCESS_LOG", "true"));
                HttpClient client = HttpClient.newHttpClient()) {
            int port = service.awaitPort();
            assertThat(ServiceProcess.status(client, port, "/health/liveness")).isEqualTo(200);
            assertThat(ServiceProcess.status(client, port, "/api/users?search=%1b%0a"))
                    .isEqualTo(503);
            RunningService.await(() -> service.lines().stream().anyMatch(line -> line.contains(" access - ")));
            assertThat(service.lines().stream()
                            .filter(line -> line.contains(" access - "))
                            .map(line -> line.replaceAll("\\d+ \\d+ ms$", "N N ms")))
                    .containsExactly("INFO  access - 127.0.0.1 \"GET /api/users?search=%1b%0a HTTP/1.1\" 503 N N ms");
        }
    }

    @Test
    void aVariableMakesTheLogJson() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(Map.of("LOG_FORMAT", "json"))) {
            assertThat(service.awaitExit()).isEqualTo(ServiceExitCode.USAGE.code());
            assertThat(service.lines())
                    .singleElement()
                    .asString()
                    .matches(
                            "\\{\"timestamp\":\\d+,\"level\":\"ERROR\",.*\"loggerName\":\"dev.slipway.backend.Main\",.*"
                                    + "\"formattedMessage\":\"the service does not start: DATABASE_URL is missing .*}");
        }
    }
}
