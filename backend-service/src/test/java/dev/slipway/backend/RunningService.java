package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The service as it runs in production, but in this process and on a free port.
record RunningService(ApplicationContext context, HttpClient client, int port) implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /// An answer without what differs from run to run.
    record Answer(int status, String type, String body) {}

    static RunningService start(TestDatabase database) {
        return start(Map.of("DATABASE_URL", database.url()));
    }

    static RunningService start(Map<String, String> environment) {
        ApplicationContext context = Main.start(environment, Map.of("micronaut.server.port", -1));
        return new RunningService(
                context,
                HttpClient.newHttpClient(),
                context.getBean(EmbeddedServer.class).getPort());
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("content-type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://localhost:%d%s".formatted(port, path));
    }

    boolean isReady() {
        return get("/health/readiness").status() == 200;
    }

    void awaitReady() {
        await(this::isReady);
    }

    void awaitNotReady() {
        await(() -> !isReady());
    }

    static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
