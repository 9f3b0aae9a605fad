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

    /// The path of a program. Without it the test is skipped, and says so; with `CI=true` it fails.
    public static Path require(String name, String debianPackage) {
        return find(name).orElseGet(() -> missing(name, debianPackage));
    }

    private static Path missing(String name, String debianPackage) {
        String message = "this test needs %s, which Debian has in the package %s".formatted(name, debianPackage);
        System.out.println("skipped: " + message);
        return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
    }

    private static Path fail(String message) {
        throw new AssertionError(message);
    }

    private static Optional<Path> find(String name) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
