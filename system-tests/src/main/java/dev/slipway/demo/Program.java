package dev.slipway.demo;

import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of Slipway as a process of its own, which writes where the demo writes.
record Program(String name, Process process) implements AutoCloseable {
    private static final List<String> QUICK_START = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");
    private static final Duration GRACE = Duration.ofSeconds(15);

    /// Starts the jar of a module with nothing in its environment but the database and these settings.
    static Program start(String module, TestDatabase database, Map<String, String> settings) throws IOException {
        System.out.flush();
        List<String> words = new ArrayList<>(QUICK_START);
        words.addAll(List.of("-jar", "%1$s/target/%1$s.jar".formatted(module)));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().put("DATABASE_URL", database.url());
        builder.environment().putAll(settings);
        return new Program(module, builder.inheritIO().start());
    }

    /// Waits for its end.
    ///
    /// @throws DemoFailure if it does not end well
    void succeed() throws InterruptedException, DemoFailure {
        int code = process.waitFor();
        if (code != 0) {
            throw new DemoFailure("%s ended with %d".formatted(name, code));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Asks it to end, and ends it if it does not.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
