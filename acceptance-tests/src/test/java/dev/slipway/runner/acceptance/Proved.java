package dev.slipway.runner.acceptance;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Calls of `prove` on the shared server.
public final class Proved {
    private Proved() {}

    /// A server whose superuser needs no password.
    public static String scratchUrl() {
        return PostgresServer.shared().superuserUrl();
    }

    public static Run on(Path scripts, String... more) {
        List<String> arguments = new ArrayList<>(List.of("prove", "--scratch-url", scratchUrl()));
        arguments.addAll(List.of(more));
        return alone(scripts, arguments.toArray(String[]::new));
    }

    /// Without a server.
    public static Run alone(Path scripts, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--locations", scripts.toString()));
        Run run = Run.with(Map.of(), all.toArray(String[]::new));
        return new Run(run.exitCode(), masked(run.out(), scripts), masked(run.err(), scripts));
    }

    private static String masked(String text, Path scripts) {
        return text.replace(scripts.toString(), "FOLDER")
                .replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "localhost:PORT")
                .replaceAll("\\b\\d+(\\.\\d)? (ms|s)\\b", "TIME")
                .replaceAll("(?m)^.*: still running after TIME\n", "")
                .replaceAll("\"milliseconds\": \\d+", "\"milliseconds\": 0")
                .replaceAll("slipway_scratch_\\d{14}_[0-9a-f]{8}", "slipway_scratch_NAME");
    }

    /// The scratch databases that nobody drops. Those of tests that run beside this one go with them.
    public static List<String> left() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        List<String> seen = scratchDatabases(database);
        long deadline = System.nanoTime() + 60_000_000_000L;
        List<String> left = seen;
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            left = scratchDatabases(database).stream().filter(seen::contains).toList();
        }
        return left;
    }

    private static List<String> scratchDatabases(TestDatabase database) {
        return database.query("select datname from pg_database where datname like 'slipway_scratch_%'");
    }
}
