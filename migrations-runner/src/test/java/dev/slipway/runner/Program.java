package dev.slipway.runner;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Programs of the machine that tests need.
public final class Program {
    private Program() {}

    /// The path of a program. Without it the test is skipped, and says so; in CI it fails.
    public static Path require(String name, String debianPackage) {
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            missing(name, debianPackage);
        }
        return found.orElseThrow();
    }

    /// The same for a file of a package.
    public static void require(Path file, String debianPackage) {
        if (!Files.exists(file)) {
            missing(file.toString(), debianPackage);
        }
    }

    private static void missing(String name, String debianPackage) {
        lacking("%s, which Debian has in the package %s".formatted(name, debianPackage));
    }

    /// Skips the test, and says so; in CI it fails.
    ///
    /// @param what it needs and this machine lacks
    public static void lacking(String what) {
        String message = "this test needs " + what;
        System.out.println("skipped: " + message);
        if (isContinuousIntegration()) {
            throw new AssertionError(message);
        }
        abort(message);
    }

    private static boolean isContinuousIntegration() {
        return Optional.ofNullable(System.getenv("CI"))
                .filter(value -> !value.isBlank() && !value.equals("false"))
                .isPresent();
    }

    private static Optional<Path> find(String name) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
