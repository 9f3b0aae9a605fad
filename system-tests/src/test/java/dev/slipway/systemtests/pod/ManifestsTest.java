package dev.slipway.systemtests.pod;

import static dev.slipway.systemtests.pod.KubernetesFile.list;
import static dev.slipway.systemtests.pod.KubernetesFile.load;
import static dev.slipway.systemtests.pod.KubernetesFile.map;
import static dev.slipway.systemtests.pod.KubernetesFile.pod;
import static dev.slipway.systemtests.pod.KubernetesFile.runner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The runner runs in the same way wherever our Kubernetes files and those of `init` start it.
class ManifestsTest {
    private final Folder folder = new Folder();

    @BeforeEach
    void init() {
        Command.of(
                        "./slipway",
                        "init",
                        "--name",
                        "shop",
                        "--directory",
                        folder.path().toString())
                .run()
                .orFail();
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void theRunnerIsStartedAlikeByAll() throws IOException {
        Path own = folder.path().resolve("deploy/kubernetes");
        Path ours = Command.ROOT.resolve("deploy/kubernetes");

        Map<String, Object> expected = runner(first(ours.resolve("init-container.yaml")), "initContainers");

        assertThat(runner(first(ours.resolve("job.yaml")), "containers")).isEqualTo(expected);
        assertThat(runner(first(own.resolve("init-container.yaml")), "initContainers"))
                .isEqualTo(expected);
        assertThat(runner(first(own.resolve("job.yaml")), "containers")).isEqualTo(expected);
    }

    @Test
    void theRunnersOfManyTenantsAreLimitedAlikeAndShareThemAll() throws IOException {
        Path ours = Command.ROOT.resolve("deploy/kubernetes");
        Map<String, Object> one = runner(first(ours.resolve("job.yaml")), "containers");
        List<Map<String, Object>> fleet = load(Files.readString(ours.resolve("fleet-job.yaml")));
        for (Map<String, Object> job : fleet.subList(1, 3)) {
            assertThat(runner(job, "containers")).containsAllEntriesOf(limits(one));
        }
        Map<String, Object> all = fleet.get(2);
        assertThat(list(list(pod(all), "containers").getFirst(), "env"))
                .contains(Map.of(
                        "name", "SLIPWAY_SHARD", "value", "/" + map(all, "spec").get("completions")));
    }

    private static Map<String, Object> limits(Map<String, Object> runner) {
        Map<String, Object> limits = new HashMap<>(runner);
        limits.keySet().removeAll(List.of("volumeMounts", "variables"));
        return limits;
    }

    @Test
    void jobsAreTriedAgainAlike() throws IOException {
        Map<String, Object> own = job(folder.path().resolve("deploy/kubernetes/job.yaml"), "migrations");
        assertThat(own).isEqualTo(job(Command.ROOT.resolve("deploy/kubernetes/job.yaml"), "migrations-runner"));
    }

    @Test
    void thePodForPodmanLimitsTheRunnerAlike() throws IOException {
        Map<String, Object> ours =
                container(first(folder.path().resolve("deploy/kubernetes/init-container.yaml")), true);
        Map<String, Object> pods = container(first(folder.path().resolve("deploy/podman/pod.yaml")), false);

        assertThat(pods.get("securityContext")).isEqualTo(ours.get("securityContext"));
        assertThat(pods.get("resources")).isEqualTo(ours.get("resources"));
    }

    private static Map<String, Object> container(Map<String, Object> object, boolean deployment) {
        return list(deployment ? pod(object) : map(object, "spec"), "initContainers")
                .getFirst();
    }

    @Test
    void helmGetsTheInitContainer() throws IOException {
        Path own = folder.path().resolve("deploy/kubernetes");
        Map<String, Object> pod = pod(first(own.resolve("init-container.yaml")));
        assertThat(first(own.resolve("helm-values.yaml")))
                .isEqualTo(Map.of(
                        "podSecurityContext", pod.get("securityContext"),
                        "initContainers", pod.get("initContainers"),
                        "extraVolumes", pod.get("volumes")));
    }

    private static Map<String, Object> job(Path file, String container) throws IOException {
        Map<String, Object> spec = new HashMap<>(map(first(file), "spec"));
        spec.remove("template");
        assertThat(String.valueOf(spec.remove("podFailurePolicy")))
                .contains("containerName=" + container + ",", "[2, 3, 7]");
        return spec;
    }

    /// The first document of a file.
    private static Map<String, Object> first(Path file) throws IOException {
        return load(Files.readString(file)).getFirst();
    }
}
