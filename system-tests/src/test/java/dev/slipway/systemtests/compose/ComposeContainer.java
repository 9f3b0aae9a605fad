package dev.slipway.systemtests.compose;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Engine;
import dev.slipway.systemtests.engine.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One container that compose has created.
public record ComposeContainer(String id) {
    private static final String DEADLINE_SECONDS = "90";

    /// The container of a service, if compose has created it. The engine is asked, since compose takes a second to
    /// start.
    static Optional<ComposeContainer> find(String project, String service) {
        return Engine.docker(
                        "ps",
                        "--all",
                        "--quiet",
                        "--filter=label=com.docker.compose.project=" + project,
                        "--filter=label=com.docker.compose.service=" + service,
                        "--filter=label=com.docker.compose.oneoff=False")
                .lines()
                .findFirst()
                .map(ComposeContainer::new);
    }

    /// Runs a program in the container.
    public Outcome exec(String... words) {
        List<String> command = new ArrayList<>(List.of("exec", id));
        command.addAll(List.of(words));
        return Command.of("docker", command.toArray(String[]::new)).run();
    }

    /// Waits until the program has ended.
    public int exitCode() {
        Outcome ended =
                Command.of("timeout", DEADLINE_SECONDS, "docker", "wait", id).run();
        return Integer.parseInt(ended.orFail().output().strip());
    }

    /// A value from the engine's description of the container, for example `.State.Status`.
    String value(String path) {
        return Engine.docker("inspect", "--format", "{{" + path + "}}", id);
    }

    boolean isHealthy() {
        return value(".State.Health.Status").equals("healthy");
    }

    Instant startedAt() {
        return Instant.parse(value(".State.StartedAt"));
    }

    Instant finishedAt() {
        return Instant.parse(value(".State.FinishedAt"));
    }

    /// The address, host and port, under which a port of the container is reached from outside.
    public String address(int port) {
        return Engine.docker("port", id, port + "/tcp").lines().findFirst().orElseThrow();
    }

    /// What its program wrote.
    public String logs() {
        return Command.of("docker", "logs", id).run().output();
    }
}
