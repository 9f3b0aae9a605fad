package dev.slipway.systemtests.pod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// One Pod of a Deployment or a Job, changed only where podman needs it.
///
/// podman has no ConfigMap of the cluster, no sleep before an end and no probes without curl and systemd, it writes
/// Secrets undecoded and publishes every port, and it repeats init containers unless the Pod is never restarted.
final class Manifest {
    private final Map<String, Object> pod;

    private Manifest(Map<String, Object> pod) {
        this.pod = pod;
    }

    /// @param images by the names of their containers
    static Manifest read(Path file, Map<String, String> images) {
        try {
            return of(new Yaml().load(Files.readString(file)), images);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same of a Deployment or a Job that was read.
    static Manifest of(Map<String, Object> deployment, Map<String, String> images) {
        Map<String, Object> pod = map(map(map(deployment, "spec"), "template"), "spec");
        pod.put("restartPolicy", "Never");
        Manifest manifest = new Manifest(pod);
        manifest.containers().forEach(container -> adapt(container, images));
        return manifest;
    }

    void setVariable(String container, String name, String value) {
        List<Map<String, Object>> variables = list(container(container), "env");
        variables.removeIf(variable -> name.equals(variable.get("name")));
        variables.add(Map.of("name", name, "value", value));
    }

    /// Lets a volume come from a folder, or be a file.
    void setVolume(String name, Path folder) {
        List<Map<String, Object>> volumes = list(pod, "volumes");
        volumes.removeIf(volume -> name.equals(volume.get("name")));
        volumes.add(Map.of("name", name, "hostPath", Map.of("path", folder.toString())));
    }

    void mount(String container, String volume, String path, boolean readOnly) {
        list(container(container), "volumeMounts").add(Map.of("name", volume, "mountPath", path, "readOnly", readOnly));
    }

    String text(String podName) {
        return new Yaml()
                .dump(Map.of("apiVersion", "v1", "kind", "Pod", "metadata", Map.of("name", podName), "spec", pod));
    }

    private Map<String, Object> container(String name) {
        return containers()
                .filter(candidate -> name.equals(candidate.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Map<String, Object>> containers() {
        return Stream.concat(list(pod, "initContainers").stream(), list(pod, "containers").stream());
    }

    private static void adapt(Map<String, Object> container, Map<String, String> images) {
        container.put("image", "docker.io/" + images.get(container.get("name")));
        container.put("imagePullPolicy", "Never");
        container.keySet().removeAll(List.of("ports", "lifecycle", "startupProbe", "readinessProbe", "livenessProbe"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> parent, String key) {
        return (List<Map<String, Object>>) parent.computeIfAbsent(key, absent -> new ArrayList<>());
    }
}
