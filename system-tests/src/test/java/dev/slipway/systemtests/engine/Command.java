package dev.slipway.systemtests.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process started from the top of the checkout.
public record Command(List<String> words, Map<String, String> environment) {
    /// Where the checkout starts.
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    public static Command of(String program, String... words) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(words));
        return new Command(command, Map.of());
    }

    /// A file of the checkout.
    public static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the process to its end, and kills it when it takes longer than five minutes.
    public Outcome run() {
        try {
            Path output = Files.createTempFile("slipway", ".log");
            Process process = start(output);
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("%s took too long%n%s".formatted(words, Files.readString(output)));
            }
            String written = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Outcome(process.exitValue(), written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
