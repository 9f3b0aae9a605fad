package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/// A program that a test needs and not every machine has.
record Program(String name) {
    /// Leaves the test out, and says so, if it is not installed; in CI that is a failure.
    static void require(String name) {
        Program program = new Program(name);
        if (!program.isInstalled()) {
            String missing = "NOT RUN: \"%s\" is not installed".formatted(name);
            assertThat(System.getenv("CI")).as(missing).isIn(null, "", "false");
            System.err.println(missing);
            Assumptions.abort(missing);
        }
    }

    private boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
