package dev.slipway.runner.acceptance;

import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What `psql` made of a script: exit code, standard output, standard error.
public record Psql(int exitCode, String out, String err) {
    private static final int DEADLINE_SECONDS = 60;

    public static Psql run(TestDatabase database, String script, String... options) {
        try {
            Path file = Files.createTempFile("slipway", ".sql");
            Files.writeString(file, script);
            Psql result = start(database, file, options);
            Files.delete(file);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Psql start(TestDatabase database, Path script, String... options)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("psql", "-X", "-f", script.toString()));
        words.addAll(List.of(options));
        Path out = Files.createTempFile("slipway", ".out");
        Path err = Files.createTempFile("slipway", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("PGHOST", "localhost");
        builder.environment().put("PGPORT", Integer.toString(database.server().port()));
        builder.environment().put("PGUSER", database.owner());
        builder.environment().put("PGPASSWORD", database.password());
        builder.environment().put("PGDATABASE", database.name());
        builder.environment().put("PGCLIENTENCODING", "LATIN1");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("psql took too long: " + Files.readString(out) + Files.readString(err));
        }
        Psql result = new Psql(process.exitValue(), read(out), read(err).replace(script.toString(), "FILE"));
        Files.delete(out);
        Files.delete(err);
        return result;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /// What the server said, without the lines that tell where in the script.
    public String refusal() {
        return err.replaceAll("(?m)^psql:FILE:\\d+: (?!ERROR).*\\n", "")
                .replaceAll("psql:FILE:\\d+: ", "")
                .replaceAll("(?m)^CONTEXT: .*\\n", "")
                .replaceAll("process \\d+", "process PID");
    }
}
