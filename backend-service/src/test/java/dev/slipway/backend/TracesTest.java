package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.backend.fixture.AccountDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// Traces go to a collector, if there is one.
final class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void eachRequestIsASpanOfTheTraceThatItBelongsTo() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (RunningService service = RunningService.start(Map.of(
                "DATABASE_URL",
                AccountDatabase.migrated().service().url(),
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:%d".formatted(collector.getAddress().getPort())))) {
            service.awaitReady();
            service.nobody()
                    .with("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE))
                    .get("/api/users?search=secret");
            byte[] trace = HexFormat.of().parseHex(TRACE);
            RunningService.await(() -> received.stream()
                    .anyMatch(spans -> spans.contains("GET /api/users")
                            && spans.contains("backend-service")
                            && spans.contains(new String(trace, StandardCharsets.ISO_8859_1))));
            assertThat(received).noneMatch(spans -> spans.contains("Bearer"));
        } finally {
            collector.stop(0);
        }
    }
}
