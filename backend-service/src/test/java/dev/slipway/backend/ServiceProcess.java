package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// The service as a process of its own, on a free port.
///
/// @param lines what it has printed so far, without the times
record ServiceProcess(Process process, List<String> lines, Thread reader) implements AutoCloseable {
    private static final String LISTENING = "INFO  Main - listening on port ";

    static ServiceProcess start(Map<String, String> environment, String... flags) throws IOException {
        return start(environment, List.of(flags), List.of());
    }

    /// With the memory of the deployment, an administrator, and more variables.
    static ServiceProcess deployed(TestDatabase database, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATABASE_URL", database.url());
        environment.put("ADMIN_PASSWORD", RunningService.ADMIN_PASSWORD);
        return start(environment, "-Xmx192m", "-XX:MaxDirectMemorySize=64m");
    }

    /// A command of the program in place of the service.
    static ServiceProcess command(Map<String, String> environment, String... arguments) throws IOException {
        return start(environment, List.of(), List.of(arguments));
    }

    private static ServiceProcess start(Map<String, String> environment, List<String> flags, List<String> arguments)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback.xml"));
        words.addAll(flags);
        words.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DATABASE_"));
        builder.environment().put("SERVER_PORT", "-1");
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = new CopyOnWriteArrayList<>();
        return new ServiceProcess(process, lines, Thread.startVirtualThread(() -> read(process, lines)));
    }

    private static void read(Process process, List<String> lines) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line.replaceFirst("^\\d{4}-\\S+ ", ""));
            }
        } catch (IOException e) {
            lines.add(e.getMessage());
        }
    }

    int awaitPort() {
        RunningService.await(() -> lines.stream().anyMatch(line -> line.startsWith(LISTENING)));
        return lines.stream()
                .filter(line -> line.startsWith(LISTENING))
                .map(line -> Integer.parseInt(line.substring(LISTENING.length())))
                .findFirst()
                .orElseThrow();
    }

    void awaitOpen() {
        RunningService.await(() -> lines.stream().anyMatch(line -> line.contains("open: ")));
    }

    static int status(HttpClient client, int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    /// Signs the administrator in.
    static HttpResponse<String> signIn(HttpClient client, int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/auth/login".formatted(port)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(SignIns.body("admin", RunningService.ADMIN_PASSWORD)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(RunningService.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ends; so far: %s", lines)
                .isTrue();
        reader.join();
        return process.exitValue();
    }

    /// Sends SIGTERM by the handle, because the process object would close the output as well.
    void stop() {
        process.toHandle().destroy();
    }

    /// The lines of level error.
    List<String> errors() {
        return lines.stream().filter(line -> line.startsWith("ERROR ")).toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
