package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.database.Database;
import dev.slipway.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The service as it runs in production, but in this process and on a free port.
record RunningService(ApplicationContext context, HttpClient client, int port) implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final String ADMIN_PASSWORD = "the administrator's secret";

    /// An answer without what differs from run to run.
    record Answer(int status, String type, String body) {}

    static RunningService start(TestDatabase database) {
        return start(Map.of("DATABASE_URL", database.url(), "ADMIN_PASSWORD", ADMIN_PASSWORD));
    }

    static RunningService start(Map<String, String> environment) {
        ApplicationContext context = Main.start(environment, Map.of("micronaut.server.port", -1));
        return new RunningService(
                context,
                HttpClient.newHttpClient(),
                context.getBean(EmbeddedServer.class).getPort());
    }

    Answer get(String path) {
        return answer(nobody().exchange("GET", path, ""));
    }

    /// A client that has not signed in.
    Client nobody() {
        return new Client(this, Map.of());
    }

    /// A client with a token of this service for the present session of a user, if there is one.
    Client as(long id, String role) {
        return withToken(token(id, role));
    }

    Client withToken(String token) {
        return new Client(this, Map.of("Authorization", "Bearer " + token));
    }

    String token(long id, String role) {
        return context.getBean(TokenGenerator.class)
                .generateToken(
                        Authentication.build(String.valueOf(id), List.of(role), Map.of(Caller.SESSION, session(id))),
                        600)
                .orElseThrow();
    }

    private int session(long id) {
        try (Connection connection = context.getBean(Database.class).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select session_version from users where id = " + id)) {
            return row.next() ? row.getInt(1) : 1;
        } catch (SQLException e) {
            return 1; // the database is away
        }
    }

    /// Sends requests with the same headers.
    record Client(RunningService service, Map<String, String> headers) {
        Client with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Client(service, more);
        }

        Answer get(String path) {
            return answer(exchange("GET", path, ""));
        }

        Answer send(String method, String path, String json) {
            return answer(exchange(method, path, json));
        }

        HttpResponse<String> exchange(String method, String path, String json) {
            HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path))
                    .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
            if (!json.isEmpty()) {
                request.header("Content-Type", "application/json");
            }
            headers.forEach(request::header);
            return service.exchange(request.build());
        }
    }

    static Answer answer(HttpResponse<String> answer) {
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("content-type").orElse(""), answer.body());
    }

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
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
