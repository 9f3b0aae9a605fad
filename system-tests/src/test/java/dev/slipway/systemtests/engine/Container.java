package dev.slipway.systemtests.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One container of the engine.
public record Container(String id) implements AutoCloseable {
    private static final String DEADLINE_SECONDS = "90";

    /// Creates a container without starting it.
    public static Container create(List<String> options, String image, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("create"));
        words.addAll(options);
        words.add(image);
        words.addAll(arguments);
        return new Container(Engine.docker(words.toArray(String[]::new)));
    }

    public Container start() {
        Engine.docker("start", id);
        return this;
    }

    /// Waits until the program has ended.
    public int exitCode() {
        Outcome ended =
                Command.of("timeout", DEADLINE_SECONDS, "docker", "wait", id).run();
        return Integer.parseInt(ended.orFail().output().strip());
    }

    /// A value from the engine's description of the container, for example `.State.Status`.
    public String value(String path) {
        return Engine.docker("inspect", "--format", "{{" + path + "}}", id);
    }

    public boolean isRunning() {
        return value(".State.Status").equals("running");
    }

    public boolean isHealthy() {
        return value(".State.Health.Status").equals("healthy");
    }

    public Instant startedAt() {
        return Instant.parse(value(".State.StartedAt"));
    }

    public Instant finishedAt() {
        return Instant.parse(value(".State.FinishedAt"));
    }

    /// The address, host and port, under which a port of the container is reached from outside.
    public String address(int port) {
        return Engine.docker("port", id, port + "/tcp").lines().findFirst().orElseThrow();
    }

    /// What the programs in the container wrote.
    public String logs() {
        return Command.of("docker", "logs", id).run().output();
    }

    @Override
    public void close() {
        Engine.docker("rm", "--force", "--volumes", id);
    }
}
