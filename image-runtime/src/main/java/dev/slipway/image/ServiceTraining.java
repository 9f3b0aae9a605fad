package dev.slipway.image;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The service starts on a database that is ready, and answers requests, so that its profiles are recorded as well.
record ServiceTraining(ProgramImage program) {
    private static final List<String> OPTIONS =
            List.of("-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData");
    private static final List<String> PATHS = List.of("/health/readiness", "/api/health", "/api/users", "/api/users/1");
    private static final String ADMINISTRATOR = "for training only";
    private static final String CREDENTIALS =
            "{\"username\": \"admin\", \"password\": \"%s\"}".formatted(ADMINISTRATOR);
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final int ROUNDS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Path RUNNER = Path.of("migrations-runner", "target", "migrations-runner.jar");
    private static final String USER = """
            insert into users (username, email, password_hash, is_admin)
            values ('first', 'first@localhost', 'no sign-in', true)""";

    void run(PostgresServer server) throws IOException, InterruptedException {
        server.execute("create role account_service login password 'training'");
        TestDatabase owner = server.createDatabase("accounts", "slipway_owner", "training");
        migrate(owner);
        owner.execute(USER);
        String port = freePort();
        Map<String, String> environment = Map.of(
                "DATABASE_URL",
                new TestDatabase(server, owner.name(), "account_service", "training").url(),
                "SERVER_PORT",
                port,
                "METRICS_PORT",
                freePort(),
                "ADMIN_PASSWORD",
                ADMINISTRATOR);
        try (Container container = TrainingContainer.create(program, OPTIONS, environment)) {
            container.start();
            exercise(container, "http://localhost:" + port);
            container.stop();
            container.take(TrainingContainer.RECORDED, program.cache());
        }
    }

    private void migrate(TestDatabase owner) throws IOException, InterruptedException {
        Path runner = program.module().resolveSibling(RUNNER);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                runner.toString(),
                "--locations",
                program.scripts().toString());
        builder.environment().clear();
        builder.environment().put("DATABASE_URL", owner.url());
        int code = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("the runner ended with %d: is \"%s\" built?".formatted(code, runner));
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    private static void exercise(Container container, String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isReady(client, address)) {
                if (System.nanoTime() > deadline || !container.isRunning()) {
                    throw new IOException("the service did not get ready");
                }
                Thread.sleep(PAUSE);
            }
            String token = signIn(client, address);
            for (int round = 0; round < ROUNDS; round++) {
                for (String path : PATHS) {
                    send(client, request(address + path).header("Authorization", "Bearer " + token));
                }
            }
        }
    }

    private static boolean isReady(HttpClient client, String address) throws InterruptedException {
        try {
            return send(client, request(address + PATHS.getFirst())).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String signIn(HttpClient client, String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                client,
                request(address + "/api/auth/login")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(CREDENTIALS)));
        Matcher token = TOKEN.matcher(answer.body());
        return token.find() ? token.group(1) : "none";
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
