package dev.slipway.image;

import dev.slipway.testing.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Makes the runtime of one program, and its AOT cache, or says why there is none: without it the image is slower, and
/// otherwise the same.
public final class Main {
    private static final int ARGUMENTS = 5;

    private Main() {}

    /// @param arguments the program, `runner` or `service`; the image of the JDK; the base image; their platform; the
    /// program's jar
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("wanted: runner|service JDK_IMAGE BASE_IMAGE PLATFORM JAR");
        }
        String platform = arguments[3];
        ProgramImage program = ProgramImage.of(Image.of(arguments[2], platform), Path.of(arguments[4]));
        delete(program.folder());
        Files.createDirectories(program.cache().getParent());
        try {
            new RuntimeLinker(Image.of(arguments[1], platform)).link(program.modules(), program.runtime());
        } catch (IOException e) {
            System.err.printf(
                    "[ERROR] the Java of %s is not linked, which takes a Docker engine: %s%n",
                    program.jar().getFileName(), e.getMessage());
            System.exit(1);
        }
        try (PostgresServer server = PostgresServer.start(0)) {
            program.base().pull();
            switch (arguments[0]) {
                case "runner" -> new RunnerTraining(program).run(server);
                case "service" -> new ServiceTraining(program).run(server);
                default -> throw new IllegalArgumentException("no such program: " + arguments[0]);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            System.err.printf(
                    "[WARNING] %s starts without an AOT cache: %s%n",
                    program.jar().getFileName(), e.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> content;
        try (Stream<Path> found = Files.walk(folder)) {
            content = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.delete(file);
        }
    }
}
