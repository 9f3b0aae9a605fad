package dev.slipway.runner.acceptance;

import dev.slipway.runner.cli.Main;
import dev.slipway.runner.cli.PossibleExitCodes;
import dev.slipway.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What one call of the program gave, as one text: exit code, standard output, standard error.
public record Run(int exitCode, String out, String err) {
    /// Runs a command on the scripts of a folder.
    public static Run on(TestDatabase database, Path scripts, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--locations");
        all.add("filesystem:" + scripts);
        return with(environment(database), all.toArray(String[]::new)).masked(database, scripts);
    }

    /// Runs a command that takes no scripts.
    public static Run of(TestDatabase database, String... arguments) {
        return with(environment(database), arguments).masked(database, Path.of("no scripts"));
    }

    /// Scratch databases are made on the same server, which is there already.
    private static Map<String, String> environment(TestDatabase database) {
        return Map.of(
                "DATABASE_URL",
                database.url(),
                "SLIPWAY_SCRATCH_URL",
                database.server().superuserUrl());
    }

    /// Runs a command on the scripts of a folder, without a database.
    public static Run offline(Path scripts, String... arguments) {
        Run run = with(Map.of("SLIPWAY_LOCATIONS", "filesystem:" + scripts), arguments);
        return new Run(
                run.exitCode(),
                run.out().replace(scripts.toString(), "FOLDER"),
                run.err().replace(scripts.toString(), "FOLDER"));
    }

    public static Run with(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(List.of(arguments), environment, stream(out), stream(err));
        PossibleExitCodes.require(List.of(arguments), code);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    public Run masked(TestDatabase database, Path scripts) {
        return new Run(exitCode, masked(out, database, scripts), masked(err, database, scripts));
    }

    /// Puts words in place of what differs from run to run.
    public static String masked(String text, TestDatabase database, Path scripts) {
        return text.replace(scripts.toString(), "FOLDER")
                .replaceAll("\\b" + database.name() + "\\b", "app")
                .replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "localhost:PORT")
                .replaceAll("\\b\\d+(\\.\\d)? (ms|s)\\b", "TIME")
                .replaceAll("(\"milliseconds\": ?)\\d+", "$10")
                .replaceAll("process \\d+", "process PID")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?", "MOMENT");
    }

    /// The whole, as goldens are written.
    public String text() {
        return "exit %d\n%s%s".formatted(exitCode, out, err.isEmpty() ? "" : "--- stderr\n" + err);
    }
}
