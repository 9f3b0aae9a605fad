package dev.slipway.runner.acceptance;

import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// The scripts of the service of this project, with their manifest and the description of its model.
public final class Reference {
    public static final Path SCRIPTS = Path.of("..", "migrations");

    private Reference() {}

    /// Runs a command on them.
    public static Run run(TestDatabase database, String... arguments) {
        return Run.with(
                Map.of("DATABASE_URL", database.url()),
                Stream.concat(Stream.of(arguments), Stream.of("--locations", SCRIPTS.toString()))
                        .toArray(String[]::new));
    }
}
