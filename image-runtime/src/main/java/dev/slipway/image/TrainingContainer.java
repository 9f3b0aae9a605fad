package dev.slipway.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A container in which a program records its cache: the image's base and runtime, and the jar at the image's path,
/// with
/// its time.
record TrainingContainer(String id) implements AutoCloseable {
    private static final String RECORDED = "/tmp/recorded.aot";
    private static final String JAVA = "opt/java";
    private static final String CLASSPATH = "app/classpath";

    /// @param options of the JVM, as the image has them
    static TrainingContainer create(ProgramImage program, List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of("create", "--platform=" + program.base().platform(), "--network=host", "--user=65532:65532"));
        environment.forEach((name, value) -> words.add("--env=%s=%s".formatted(name, value)));
        words.addAll(List.of(
                "--entrypoint=/%s/bin/java".formatted(JAVA), program.base().name()));
        words.addAll(options);
        words.addAll(List.of(
                "-XX:AOTCacheOutput=" + RECORDED,
                "-jar",
                "/%s/%s".formatted(CLASSPATH, program.jar().getFileName())));
        TrainingContainer container = new TrainingContainer(Docker.run(words.toArray(String[]::new)));
        container.put(program);
        return container;
    }

    private void put(ProgramImage program) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("slipway-image");
        Path folder = Files.createDirectories(root.resolve(CLASSPATH));
        Path copy = Files.copy(program.jar(), folder.resolve(program.jar().getFileName()));
        Times.asInImages(copy);
        Docker.run("cp", root.resolve("app").toString(), id + ":/");
        Files.delete(copy);
        Path java = Files.createDirectories(root.resolve(JAVA));
        Path opt = root.resolve("opt");
        Docker.run("cp", opt.toString(), id + ":/");
        Docker.run("cp", program.runtime() + "/.", "%s:/%s".formatted(id, JAVA));
        for (Path empty : List.of(java, opt, folder, folder.getParent(), root)) {
            Files.delete(empty);
        }
    }

    /// @param folder of the machine
    /// @param place of the container, which is new
    void put(Path folder, String place) throws IOException, InterruptedException {
        Docker.run("cp", folder.toString(), id + ":" + place);
    }

    void start() throws IOException, InterruptedException {
        Docker.run("start", id);
    }

    boolean isRunning() throws IOException, InterruptedException {
        return Docker.run("inspect", "--format={{.State.Running}}", id).equals("true");
    }

    /// Asks the program to end, and gives its JVM the time to write the cache.
    void stop() throws IOException, InterruptedException {
        Docker.run("stop", "--time=120", id);
    }

    /// Waits for the program's end, and takes the cache.
    void take(Path cache) throws IOException, InterruptedException {
        String code = Docker.run("wait", id);
        if (!code.equals("0")) {
            throw new IOException("the training ended with %s%n%s".formatted(code, Docker.run("logs", id)));
        }
        Docker.run("cp", "%s:%s".formatted(id, RECORDED), cache.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            Docker.run("rm", "--force", "--volumes", id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
