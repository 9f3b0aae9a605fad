package dev.slipway.demo;

import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The running service, and where it answers.
record Service(Program program, String address, HttpClient client) implements AutoCloseable {
    /// Who everybody may sign in as.
    static final String CREDENTIALS = "{\"username\": \"admin\", \"password\": \"demo administrator\"}";

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// Starts the service and waits until it is ready. It is stopped if the demo is.
    ///
    /// @param port 0 for a free one
    static Service start(TestDatabase database, int port) throws IOException, InterruptedException, DemoFailure {
        int chosen = freePort(port);
        Map<String, String> settings = Map.of(
                "SERVER_PORT", Integer.toString(chosen),
                "TOKEN_KEY", "a key of the demo that everybody knows",
                "ADMIN_PASSWORD", "demo administrator");
        Program program = Program.start("backend-service", database, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(program::close));
        Service service = new Service(program, "http://localhost:" + chosen, HttpClient.newHttpClient());
        service.awaitReady();
        return service;
    }

    private static int freePort(int wanted) throws DemoFailure {
        try (ServerSocket socket = new ServerSocket(wanted)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DemoFailure("port %d is taken: give another with --port".formatted(wanted));
        }
    }

    private void awaitReady() throws InterruptedException, DemoFailure {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!program.isAlive()) {
                program.succeed();
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new DemoFailure("%s is not ready after %d s".formatted(program.name(), PATIENCE.toSeconds()));
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(request("/health/readiness")).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// The token of the administrator.
    String signIn() throws IOException, InterruptedException, DemoFailure {
        String answer = body(request("/api/auth/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CREDENTIALS)));
        Matcher token = TOKEN.matcher(answer);
        if (!token.find()) {
            throw new DemoFailure("%s/api/auth/login gave no token".formatted(address));
        }
        return token.group(1);
    }

    /// The body of a good answer.
    String get(String path, String token) throws IOException, InterruptedException, DemoFailure {
        return body(request(path).header("Authorization", "Bearer " + token));
    }

    private String body(HttpRequest.Builder request) throws IOException, InterruptedException, DemoFailure {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 200) {
            throw new DemoFailure("%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWER_TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        program.close();
    }
}
