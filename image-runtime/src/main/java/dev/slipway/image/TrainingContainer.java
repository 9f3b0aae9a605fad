package dev.slipway.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Containers in which a program records its cache: the image's base and runtime, and the jar at the image's path, with
/// its time.
final class TrainingContainer {
    /// Where the cache is when the program has ended.
    static final String RECORDED = "/tmp/recorded.aot";

    private static final String JAVA = "opt/java";
    private static final String CLASSPATH = "app/classpath";

    private TrainingContainer() {}

    /// @param options of the JVM, as the image has them
    static Container create(ProgramImage program, List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of("--platform=" + program.base().platform(), "--network=host", "--user=65532:65532"));
        environment.forEach((name, value) -> words.add("--env=%s=%s".formatted(name, value)));
        words.addAll(List.of(
                "--entrypoint=/%s/bin/java".formatted(JAVA), program.base().name()));
        words.addAll(options);
        words.addAll(List.of(
                "-XX:AOTCacheOutput=" + RECORDED,
                "-jar",
                "/%s/%s".formatted(CLASSPATH, program.jar().getFileName())));
        Container container = Container.create(words);
        put(program, container);
        return container;
    }

    private static void put(ProgramImage program, Container container) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("slipway-image");
        Path folder = Files.createDirectories(root.resolve(CLASSPATH));
        Path copy = Files.copy(program.jar(), folder.resolve(program.jar().getFileName()));
        Times.asInImages(copy);
        container.put(root.resolve("app"), "/");
        Files.delete(copy);
        Path java = Files.createDirectories(root.resolve(JAVA));
        container.put(root.resolve("opt"), "/");
        container.put(program.runtime().resolve("."), "/" + JAVA);
        for (Path empty : List.of(java, root.resolve("opt"), folder, folder.getParent(), root)) {
            Files.delete(empty);
        }
    }
}
