package dev.slipway.systemtests.pod;

import static dev.slipway.systemtests.pod.KubernetesFile.list;
import static dev.slipway.systemtests.pod.KubernetesFile.load;
import static dev.slipway.systemtests.pod.KubernetesFile.map;
import static dev.slipway.systemtests.pod.KubernetesFile.pod;
import static dev.slipway.systemtests.pod.KubernetesFile.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The chart makes of many tenants what our Kubernetes file for them says.
class ChartOfTenantsTest {
    private final Map<String, Object> values = new HashMap<>(Chart.VALUES);

    @Test
    void theJobsAreThoseOfOurFile() throws IOException {
        values.put("tenants.list", "tenant_anna @canary");
        values.put("tenants.shards", 8);
        values.put("tenants.canary", "@canary");
        values.put("job.hook", true);
        List<Map<String, Object>> ours =
                load(Files.readString(Command.ROOT.resolve("deploy/kubernetes/fleet-job.yaml")));
        try (Folder folder = new Folder()) {
            List<Map<String, Object>> made = load(Chart.rendered(Chart.withHooksShown(folder), values));
            assertThat(made)
                    .extracting(each -> map(each, "metadata").get("name"))
                    .containsExactly("shop-migrations-tenants", "shop-migrations-canary", "shop-migrations");
            assertThat(made)
                    .extracting(
                            each -> map(map(each, "metadata"), "annotations").get("helm.sh/hook-weight"))
                    .containsExactly("-5", "-1", null);
            assertThat(map(made.getFirst(), "data")).isEqualTo(Map.of("tenants.txt", "tenant_anna @canary"));
            for (int job = 1; job <= 2; job++) {
                ChartTest.validate(made.get(job));
                assertThat(runner(made.get(job), "containers")).isEqualTo(runner(ours.get(job), "containers"));
                assertThat(spec(made.get(job))).isEqualTo(spec(ours.get(job)));
            }
        }
    }

    /// Without what the names of containers and the template decide.
    private static Map<String, Object> spec(Map<String, Object> job) {
        Map<String, Object> spec = new HashMap<>(map(job, "spec"));
        spec.remove("template");
        spec.put(
                "podFailurePolicy",
                String.valueOf(spec.get("podFailurePolicy")).replace("migrations-runner", "migrations"));
        return spec;
    }

    @Test
    void schemasThatMatchOrAQueryNeedNoList() throws IOException {
        values.put("tenants.schemas", "tenant_*");
        List<Map<String, Object>> made = load(Chart.rendered(values));
        assertThat(made).extracting(each -> each.get("kind")).containsExactly("Job");
        assertThat(list(list(pod(made.getFirst()), "containers").getFirst(), "env"))
                .last()
                .isEqualTo(Map.of("name", "SLIPWAY_SCHEMAS", "value", "tenant_*"));
        values.remove("tenants.schemas");
        values.put("tenants.query", "select name from customers");
        assertThat(list(
                        list(pod(load(Chart.rendered(values)).getFirst()), "containers")
                                .getFirst(),
                        "env"))
                .last()
                .isEqualTo(Map.of("name", "SLIPWAY_TENANTS_QUERY", "value", "select name from customers"));
    }

    @Test
    void canariesNeedAHook() {
        values.put("tenants.schemas", "tenant_*");
        values.put("tenants.canary", "5%");
        assertThatThrownBy(() -> Chart.rendered(values))
                .hasMessageContaining(
                        "tenants.canary needs job.hook: Helm begins a hook when the one before it has succeeded");
    }
}
