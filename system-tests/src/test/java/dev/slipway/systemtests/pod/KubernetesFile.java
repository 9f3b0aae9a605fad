package dev.slipway.systemtests.pod;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/// Reads what Kubernetes is told.
final class KubernetesFile {
    private KubernetesFile() {}

    /// All documents of a text.
    static List<Map<String, Object>> load(String text) {
        return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
                .filter(Objects::nonNull)
                .map(KubernetesFile::asMap)
                .toList();
    }

    /// The Pod that a Job or a Deployment makes.
    static Map<String, Object> pod(Map<String, Object> object) {
        return map(map(map(object, "spec"), "template"), "spec");
    }

    /// What is said of the runner's container and its Pod, but for names.
    ///
    /// @param containers `containers` or `initContainers`, of which it is the first
    static Map<String, Object> runner(Map<String, Object> object, String containers) {
        Map<String, Object> pod = pod(object);
        Map<String, Object> container = list(pod, containers).getFirst();
        Map<String, Object> security = new HashMap<>(map(pod, "securityContext"));
        security.putAll(map(container, "securityContext"));
        return Map.of(
                "security", security,
                "resources", Objects.requireNonNull(container.get("resources")),
                "volumeMounts", Objects.requireNonNull(container.get("volumeMounts")),
                "variables",
                        list(container, "env").stream()
                                .map(variable -> variable.get("name"))
                                .toList(),
                "grace", Objects.requireNonNull(pod.get("terminationGracePeriodSeconds")),
                "token", Objects.requireNonNull(pod.get("automountServiceAccountToken")));
    }

    static Map<String, Object> map(Map<String, Object> parent, String key) {
        return asMap(Objects.requireNonNull(parent.get(key), key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> parent, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(parent.get(key), key);
    }
}
