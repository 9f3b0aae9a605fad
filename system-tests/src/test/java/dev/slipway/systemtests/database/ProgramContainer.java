package dev.slipway.systemtests.database;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.slipway.systemtests.engine.Poll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/// A program of Slipway in a container with no more rights than `docker-compose.yml` gives it.
final class ProgramContainer implements AutoCloseable {
    private static final int PORT = 8080;
    static final int METRICS_PORT = 9090;

    private final GenericContainer<?> container;

    ProgramContainer(String image, Map<String, String> environment, String... arguments) {
        container = new GenericContainer<>(image)
                .withNetwork(AccountsPostgres.NETWORK)
                .withEnv(environment)
                .withCommand(arguments)
                .withTmpFs(Map.of("/tmp", ""))
                .withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                        .withReadonlyRootfs(true)
                        .withCapDrop(Capability.ALL)
                        .withSecurityOpts(List.of("no-new-privileges:true")))
                .withStartupCheckStrategy(new Begun())
                .waitingFor(new ForNothing());
    }

    /// With its ports; what ends at once has none that could be waited for.
    ProgramContainer listening() {
        container.withExposedPorts(PORT, METRICS_PORT);
        return this;
    }

    /// Started again by the engine, so many times, whenever it fails.
    ProgramContainer restarting(int times) {
        container.withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                .withRestartPolicy(RestartPolicy.onFailureRestart(times)));
        return this;
    }

    /// Comes back at once, whether or not it can do its work.
    ProgramContainer start() {
        container.start();
        return this;
    }

    /// Waits until the program has ended.
    long exitCode() {
        Poll.until("the program has ended", () -> !isRunning());
        return Objects.requireNonNull(state().getExitCodeLong());
    }

    /// How often the engine has started it again.
    int restarts() {
        return Objects.requireNonNull(container.getCurrentContainerInfo().getRestartCount());
    }

    boolean isRunning() {
        return Boolean.TRUE.equals(state().getRunning());
    }

    private InspectContainerResponse.ContainerState state() {
        return container.getCurrentContainerInfo().getState();
    }

    /// The address, host and port, under which the service is reached from outside.
    String address() {
        return addressOf(PORT);
    }

    /// The same for its metrics.
    String metricsAddress() {
        return addressOf(METRICS_PORT);
    }

    private String addressOf(int port) {
        return "%s:%d".formatted(container.getHost(), container.getMappedPort(port));
    }

    /// What the program wrote.
    String logs() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }

    /// A program that has ended already has begun as well.
    private static final class Begun extends StartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient client, String id) {
            InspectContainerResponse.ContainerState state = getCurrentState(client, id);
            boolean ended = state.getFinishedAt() != null && "exited".equals(state.getStatus());
            return Boolean.TRUE.equals(state.getRunning()) || ended
                    ? StartupStatus.SUCCESSFUL
                    : StartupStatus.NOT_YET_KNOWN;
        }
    }

    private static final class ForNothing extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
