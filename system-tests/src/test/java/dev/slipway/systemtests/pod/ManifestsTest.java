package dev.slipway.systemtests.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

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

        Map<String, Object> expected = runner(ours.resolve("init-container.yaml"), "initContainers");

        assertThat(runner(ours.resolve("job.yaml"), "containers")).isEqualTo(expected);
        assertThat(runner(own.resolve("init-container.yaml"), "initContainers")).isEqualTo(expected);
        assertThat(runner(own.resolve("job.yaml"), "containers")).isEqualTo(expected);
    }

    @Test
    void jobsAreTriedAgainAlike() throws IOException {
        Map<String, Object> own = job(folder.path().resolve("deploy/kubernetes/job.yaml"), "migrations");
        assertThat(own).isEqualTo(job(Command.ROOT.resolve("deploy/kubernetes/job.yaml"), "migrations-runner"));
    }

    @Test
    void helmGetsTheInitContainer() throws IOException {
        Path own = folder.path().resolve("deploy/kubernetes");
        Map<String, Object> pod = pod(own.resolve("init-container.yaml"));
        assertThat(load(own.resolve("helm-values.yaml")))
                .isEqualTo(Map.of(
                        "podSecurityContext", pod.get("securityContext"),
                        "initContainers", pod.get("initContainers"),
                        "extraVolumes", pod.get("volumes")));
    }

    /// What is said of the runner's container and its Pod, but for names.
    private static Map<String, Object> runner(Path file, String containers) throws IOException {
        Map<String, Object> pod = pod(file);
        Map<String, Object> container = list(pod, containers).getFirst();
        Map<String, Object> security = new HashMap<>(map(pod, "securityContext"));
        security.putAll(map(container, "securityContext"));
        return Map.of(
                "security", security,
                "resources", container.get("resources"),
                "volumeMounts", container.get("volumeMounts"),
                "variables",
                        list(container, "env").stream()
                                .map(variable -> variable.get("name"))
                                .toList(),
                "grace", pod.get("terminationGracePeriodSeconds"),
                "token", pod.get("automountServiceAccountToken"));
    }

    private static Map<String, Object> job(Path file, String container) throws IOException {
        Map<String, Object> spec = new HashMap<>(map(load(file), "spec"));
        spec.remove("template");
        assertThat(String.valueOf(spec.remove("podFailurePolicy")))
                .contains("containerName=" + container + ",", "[2, 3, 7]");
        return spec;
    }

    private static Map<String, Object> pod(Path file) throws IOException {
        return map(map(map(load(file), "spec"), "template"), "spec");
    }

    /// The first document of a file.
    private static Map<String, Object> load(Path file) throws IOException {
        return asMap(new Yaml().loadAll(Files.readString(file)).iterator().next());
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return asMap(Objects.requireNonNull(parent.get(key)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> parent, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(parent.get(key));
    }
}
