package dev.slipway.systemtests.pod;

import static dev.slipway.systemtests.pod.KubernetesFile.list;
import static dev.slipway.systemtests.pod.KubernetesFile.load;
import static dev.slipway.systemtests.pod.KubernetesFile.map;
import static dev.slipway.systemtests.pod.KubernetesFile.pod;
import static dev.slipway.systemtests.pod.KubernetesFile.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.marcnuri.helm.Helm;
import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Folder;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The chart makes what our Kubernetes files say, and nothing that Kubernetes does not know.
class ChartTest {
    static final String DEPLOYMENT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          selector: {matchLabels: {app: worker}}
          template:
            metadata:
              labels: {app: worker}
            spec:
              initContainers:
                - {{- include "slipway-migrations.%s" (index .Subcharts "slipway-migrations") | nindent 10 }}
              containers:
                - {name: worker, image: worker}
              volumes:
                {{- include "slipway-migrations.%s" (index .Subcharts "slipway-migrations") | nindent 8 }}
        """;

    @Test
    void theJobIsThatOfOurFile() throws IOException {
        Map<String, Object> expected = load(Files.readString(Command.ROOT.resolve("deploy/kubernetes/job.yaml")))
                .getFirst();
        Map<String, Object> job = load(Chart.rendered(Chart.VALUES)).getFirst();
        assertThat(runner(job, "containers")).isEqualTo(runner(expected, "containers"));
        assertThat(map(job, "spec").get("backoffLimit"))
                .isEqualTo(map(expected, "spec").get("backoffLimit"));
        assertThat(String.valueOf(map(job, "spec").get("podFailurePolicy")))
                .isEqualTo(
                        "{rules=[{action=FailJob, onExitCodes={containerName=migrations, operator=In, values=[2, 3, 7]}}]}");
        assertThat(map(job, "metadata").get("name")).isEqualTo("shop-migrations-1");
    }

    @Test
    void nothingEndsALongMigration() throws IOException {
        Map<String, Object> job = load(Chart.rendered(Chart.VALUES)).getFirst();
        assertThat(map(job, "spec").keySet())
                .containsExactlyInAnyOrder("backoffLimit", "podFailurePolicy", "ttlSecondsAfterFinished", "template");
        assertThat(pod(job)).doesNotContainKey("activeDeadlineSeconds");
        assertThat(container(job, "containers").keySet())
                .doesNotContain("livenessProbe", "readinessProbe", "startupProbe", "lifecycle");
    }

    @Test
    void theJobReachesNameServersAndTheDatabaseAlone() throws IOException {
        Map<String, Object> values = new HashMap<>(Chart.VALUES);
        values.put("networkPolicy.enabled", true);
        values.put("networkPolicy.to[0].ipBlock.cidr", "10.0.0.7/32");
        List<Map<String, Object>> made = load(Chart.rendered(values));
        Map<String, Object> policy = map(made.getFirst(), "spec");
        assertThat(map(map(map(map(made.getLast(), "spec"), "template"), "metadata"), "labels"))
                .containsEntry("app.kubernetes.io/name", "slipway-migrations")
                .containsEntry("app.kubernetes.io/instance", "shop");
        assertThat(policy)
                .isEqualTo(Map.of(
                        "podSelector",
                        Map.of(
                                "matchLabels",
                                Map.of(
                                        "app.kubernetes.io/name", "slipway-migrations",
                                        "app.kubernetes.io/instance", "shop")),
                        "policyTypes",
                        List.of("Ingress", "Egress"),
                        "ingress",
                        List.of(),
                        "egress",
                        List.of(
                                Map.of("ports", List.of(port(53, "UDP"), port(53, "TCP"))),
                                Map.of(
                                        "ports",
                                        List.of(port(5432, "TCP")),
                                        "to",
                                        List.of(Map.of("ipBlock", Map.of("cidr", "10.0.0.7/32")))))));
    }

    private static Map<String, Object> port(int number, String protocol) {
        return Map.of("port", number, "protocol", protocol);
    }

    @Test
    void kubernetesKnowsAllThatItSays() throws IOException {
        Map<String, Object> values = new HashMap<>(Chart.VALUES);
        values.put("networkPolicy.enabled", true);
        values.put("podLabels.team", "shop");
        values.put("nodeSelector.disk", "fast");
        values.put("imagePullSecrets[0].name", "registry");
        values.put("tolerations[0].key", "batch");
        values.put("env[0].name", "SLIPWAY_MAX_LOCK");
        values.put("env[0].value", "5s");
        values.put("args[0]", "upgrade");
        values.put("target", "7");
        List<Map<String, Object>> made = load(Chart.rendered(values));
        assertThat(made).extracting(each -> each.get("kind")).containsExactly("NetworkPolicy", "Job");
        for (Map<String, Object> each : made) {
            validate(each);
        }
        made.getFirst().put("podSelector", Map.of());
        assertThatThrownBy(() -> validate(made.getFirst())).hasMessageContaining("`podSelector`");
        assertThat(new Helm(Chart.PATH).lint().call().isFailed()).isFalse();
    }

    @Test
    void aHookIsReplacedByTheNextAndItsNetworkIsThereBeforeIt() throws IOException {
        Map<String, Object> values = new HashMap<>(Chart.VALUES);
        values.put("networkPolicy.enabled", true);
        values.put("job.hook", true);
        try (Folder folder = new Folder()) {
            List<Map<String, Object>> made = load(Chart.rendered(Chart.withHooksShown(folder), values));
            assertThat(made)
                    .extracting(each -> map(each, "metadata").get("name"))
                    .containsOnly("shop-migrations");
            assertThat(made)
                    .extracting(each -> String.valueOf(map(each, "metadata").get("annotations")))
                    .containsExactly(
                            "{shown/hook=pre-install,pre-upgrade, helm.sh/hook-weight=-5,"
                                    + " helm.sh/hook-delete-policy=before-hook-creation}",
                            "{shown/hook=pre-install,pre-upgrade, helm.sh/hook-delete-policy=before-hook-creation}");
            for (Map<String, Object> each : made) {
                validate(each);
            }
        }
    }

    @Test
    void anotherChartTakesTheInitContainerOrTheOneThatWaits() throws IOException {
        Map<String, Object> values = new HashMap<>();
        Chart.VALUES.forEach((name, value) -> values.put(Chart.NAME + "." + name, value));
        values.put("slipway-migrations.job.enabled", false);
        values.put("slipway-migrations.wait.user", "worker");
        values.put("slipway-migrations.wait.existingSecret", "worker");
        try (Folder folder = new Folder()) {
            List<Map<String, Object>> made = load(
                    Chart.rendered(Chart.parent(folder, DEPLOYMENT.formatted("initContainer", "volumes")), values));
            assertThat(made).hasSize(1);
            validate(made.getFirst());
            Map<String, Object> job = load(Chart.rendered(Chart.VALUES)).getFirst();
            assertThat(container(made.getFirst(), "initContainers")).isEqualTo(container(job, "containers"));
        }
        try (Folder folder = new Folder()) {
            List<Map<String, Object>> made = load(
                    Chart.rendered(Chart.parent(folder, DEPLOYMENT.formatted("waitContainer", "waitVolumes")), values));
            assertThat(made).hasSize(1);
            validate(made.getFirst());
            Map<String, Object> waiting = container(made.getFirst(), "initContainers");
            assertThat(waiting.get("args")).isEqualTo(List.of("wait", "--until", "head", "--wait-timeout", "1h"));
            assertThat(list(waiting, "env"))
                    .extracting(each -> each.get("value"))
                    .containsExactly("postgresql://postgres:5432/shop", "worker", "/run/secrets/reader/password");
        }
    }

    /// A number as text, however it is given.
    @Test
    void aTargetStaysWhatTheRunnerStopsAtAndOthersWaitFor() throws IOException {
        Map<String, Object> values = new HashMap<>(Chart.VALUES);
        values.put("target", "7");
        assertThat(list(container(load(Chart.rendered(values)).getFirst(), "containers"), "env"))
                .last()
                .isEqualTo(Map.of("name", "SLIPWAY_TARGET", "value", "7"));

        Map<String, Object> parent = new HashMap<>();
        values.forEach((name, value) -> parent.put(Chart.NAME + "." + name, value));
        parent.put("slipway-migrations.job.enabled", false);
        parent.put("slipway-migrations.wait.user", "worker");
        parent.put("slipway-migrations.wait.existingSecret", "worker");
        try (Folder folder = new Folder()) {
            Map<String, Object> waiting = load(Chart.rendered(
                            Chart.parent(folder, DEPLOYMENT.formatted("waitContainer", "waitVolumes")), parent))
                    .getFirst();
            validate(waiting);
            assertThat(container(waiting, "initContainers").get("args"))
                    .isEqualTo(List.of("wait", "--until", "7", "--wait-timeout", "1h"));
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        for (String name : Chart.VALUES.keySet()) {
            Map<String, Object> values = new HashMap<>(Chart.VALUES);
            values.remove(name);
            assertThatThrownBy(() -> Chart.rendered(values)).hasMessageContaining(name + " is missing");
        }
    }

    /// Refuses fields that Kubernetes does not have.
    static void validate(Map<String, Object> made) throws IOException {
        JsonElement json = new Gson().toJsonTree(made);
        switch (String.valueOf(made.get("kind"))) {
            case "Job" -> V1Job.validateJsonElement(json);
            case "NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(json);
            case "ConfigMap" -> V1ConfigMap.validateJsonElement(json);
            case "Deployment" -> V1Deployment.validateJsonElement(json);
            default -> throw new AssertionError(made);
        }
    }

    private static Map<String, Object> container(Map<String, Object> object, String containers) {
        return list(pod(object), containers).getFirst();
    }
}
