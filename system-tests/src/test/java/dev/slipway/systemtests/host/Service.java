package dev.slipway.systemtests.host;

import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The service as a process of its own, on a free port.
///
/// @param lines what it has printed so far
record Service(Process process, List<String> lines, Thread reader) implements AutoCloseable {
    private static final String LISTENING = " INFO  Main - listening on port ";
    private static final long PATIENCE = 90;

    static Service start(Build build, TestDatabase database, Map<String, String> settings) {
        List<String> words = Java.words("-cp", build.classpath(), "dev.slipway.backend.Main");
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", database.url());
        builder.environment().put("SERVER_PORT", "-1");
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            List<String> lines = new CopyOnWriteArrayList<>();
            return new Service(process, lines, Thread.startVirtualThread(() -> read(process, lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Process process, List<String> lines) {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add(e.getMessage());
        }
    }

    /// Waits until it listens.
    Service listening() {
        Poll.until("it listens", () -> port().findFirst().isPresent() || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("it has ended: " + lines);
        }
        return this;
    }

    private Stream<Integer> port() {
        return lines.stream()
                .filter(line -> line.contains(LISTENING))
                .map(line -> Integer.parseInt(line.substring(line.indexOf(LISTENING) + LISTENING.length())));
    }

    Http health() {
        return Http.get(
                "http://localhost:%d/api/health".formatted(port().findFirst().orElseThrow()));
    }

    void awaitHealth(int status) {
        Poll.until("health is %d: %s".formatted(status, lines), () -> health().status() == status);
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end: " + lines);
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
