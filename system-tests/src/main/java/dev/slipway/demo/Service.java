package dev.slipway.demo;

import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// The running service, and where it answers.
record Service(Program program, String address, HttpClient client) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// Starts the service and waits until it is ready. It is stopped if the demo is.
    ///
    /// @param port 0 for a free one
    static Service start(TestDatabase database, int port) throws IOException, InterruptedException, DemoFailure {
        int chosen = freePort(port);
        Program program = Program.start("backend-service", database, Map.of("SERVER_PORT", Integer.toString(chosen)));
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
            return send("/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// The body of a good answer.
    String get(String path) throws IOException, InterruptedException, DemoFailure {
        HttpResponse<String> answer = send(path);
        if (answer.statusCode() != 200) {
            throw new DemoFailure("%s%s answered %d: %s".formatted(address, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER_TIMEOUT)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        program.close();
    }
}
