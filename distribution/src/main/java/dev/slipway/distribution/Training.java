package dev.slipway.distribution;

import dev.slipway.runner.cli.Main;
import dev.slipway.runner.postgres.scratch.BundledServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// Runs the commands of a day in one Java, whose AOT cache then holds what they load.
final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("heads"),
            List.of("history", "--verbose"),
            List.of("plan"),
            List.of("upgrade"),
            List.of("upgrade"),
            List.of("current", "--verbose"),
            List.of("prove", "--all"),
            List.of("check"));

    private Training() {}

    /// @param arguments a folder with scripts, an empty one for a copy of them, and one with compiled entities
    public static void main(String[] arguments) throws IOException {
        Path scripts = copy(Path.of(arguments[0]), Files.createDirectory(Path.of(arguments[1], "scripts")));
        Path empty = Files.createDirectory(Path.of(arguments[1], "empty"));
        String entities = arguments[2];
        BundledServer bundled =
                ServiceLoader.load(BundledServer.class).findFirst().orElseThrow();
        try (BundledServer.Running server = bundled.start()) {
            Map<String, String> environment = Map.of(
                    "DATABASE_URL", server.url(),
                    "SLIPWAY_SCRATCH_URL", server.url(),
                    "SLIPWAY_LOCATIONS", "filesystem:" + scripts);
            COMMANDS.forEach(command -> run(command, environment));
            run(generating(entities, scripts), environment);
            run(generating(entities, empty), environment);
        }
    }

    private static List<String> generating(String entities, Path scripts) {
        return List.of(
                "revision",
                "--autogenerate",
                "--message=training",
                "--entities=" + entities,
                "--locations=filesystem:" + scripts);
    }

    private static Path copy(Path scripts, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".sql")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private static void run(List<String> command, Map<String, String> environment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream output = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(command, environment, output, output);
        if (code != 0) {
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(command, code, bytes.toString(StandardCharsets.UTF_8)));
        }
    }
}
