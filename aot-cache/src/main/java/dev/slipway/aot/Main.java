package dev.slipway.aot;

import dev.slipway.testing.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the cache of one program, or says why there is none: without it the image is slower, and otherwise the same.
public final class Main {
    private static final int ARGUMENTS = 4;

    private Main() {}

    /// @param arguments the program, `runner` or `service`; the base image; the program's jar; the folder of
    /// the cache
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("wanted: runner|service IMAGE JAR FOLDER");
        }
        Path folder = Files.createDirectories(Path.of(arguments[3]));
        Base base = Base.of(arguments[1]);
        Path jar = Path.of(arguments[2]);
        Path cache = folder.resolve(jar.getFileName().toString().replace(".jar", ".aot"));
        Files.deleteIfExists(cache);
        try (PostgresServer server = PostgresServer.start(0)) {
            base.pull();
            switch (arguments[0]) {
                case "runner" -> new RunnerTraining(base, jar).run(server, cache);
                case "service" -> new ServiceTraining(base, jar).run(server, cache);
                default -> throw new IllegalArgumentException("no such program: " + arguments[0]);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            System.err.printf("[WARNING] %s starts without an AOT cache: %s%n", jar.getFileName(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
