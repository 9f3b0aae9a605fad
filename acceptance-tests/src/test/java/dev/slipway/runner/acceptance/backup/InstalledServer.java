package dev.slipway.runner.acceptance.backup;

import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A server of an installed PostgreSQL, which the tests of backups share, and what they do with it.
final class InstalledServer {
    private static final Path HOME = Path.of(Optional.ofNullable(System.getenv(PostgresServer.HOME_VARIABLE))
            .filter(home -> !home.isBlank())
            .orElse("/usr/lib/postgresql/15"));

    static final Path BIN = HOME.resolve("bin");

    private InstalledServer() {}

    private static final class Shared {
        static final PostgresServer SERVER = PostgresServer.startInstalled(HOME);
    }

    static PostgresServer server() {
        return Shared.SERVER;
    }

    static Map<String, String> environment(TestDatabase database, Path backups) {
        return Map.of(
                "DATABASE_URL",
                database.url(),
                "SLIPWAY_SCRATCH_URL",
                database.server().superuserUrl(),
                "SLIPWAY_PG_BIN",
                BIN.toString(),
                "SLIPWAY_BACKUPS",
                backups.toString());
    }

    /// Runs a command that takes no scripts.
    static Run run(TestDatabase database, Path backups, String... arguments) {
        return run(environment(database, backups), database, backups, arguments);
    }

    static Run run(Map<String, String> environment, TestDatabase database, Path backups, String... arguments) {
        return masked(Run.with(environment, arguments).masked(database, backups));
    }

    /// Runs a command on the scripts of a folder.
    static Run on(TestDatabase database, Path scripts, Path backups, String... arguments) {
        Map<String, String> environment = new HashMap<>(environment(database, backups));
        environment.put("SLIPWAY_LOCATIONS", "filesystem:" + scripts);
        Run run = run(environment, database, backups, arguments);
        return new Run(
                run.exitCode(),
                run.out().replace(scripts.toString(), "SCRIPTS"),
                run.err().replace(scripts.toString(), "SCRIPTS"));
    }

    private static Run masked(Run run) {
        return new Run(run.exitCode(), masked(run.out()), masked(run.err()));
    }

    private static String masked(String text) {
        return text.replaceAll("\\d{8}T\\d{6}Z", "WHEN")
                .replaceAll("\\d+ kB", "SIZE")
                .replaceAll("MOMENT(\\.\\d+)?Z", "MOMENT")
                .replaceAll("PostgreSQL 1\\d\\.\\d+", "PostgreSQL VERSION")
                .replace(BIN.toString(), "BIN");
    }

    /// What lies in a folder, without what is in the folders there.
    static List<Path> in(Path backups) {
        try (Stream<Path> children = Files.list(backups)) {
            return new ArrayList<>(children.sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The one backup in a folder.
    static Path only(Path backups) {
        List<Path> all = in(backups);
        if (all.size() != 1) {
            throw new IllegalStateException("not one backup: " + all);
        }
        return all.getFirst();
    }
}
