package dev.slipway.systemtests.pod;

import dev.slipway.systemtests.database.Accounts;
import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Folder;
import dev.slipway.systemtests.engine.Ground;
import dev.slipway.systemtests.engine.Images;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The Pods that Kubernetes makes of the Jobs for many tenants, on a database of their own.
public final class FleetJob implements Ground {
    private static final String RUNNER = "migrations-runner";

    private final String name = "slipway-fleet-" + UUID.randomUUID().toString().substring(0, 8);
    private final Accounts accounts = new Accounts();
    private final Folder files = new Folder();
    private final List<String> pods = new ArrayList<>();

    public FleetJob() {
        files.write("owner/password", Accounts.OWNER_PASSWORD);
        files.write("tmp/here", "");
    }

    Accounts accounts() {
        return accounts;
    }

    void list(List<String> tenants) {
        files.write("tenants/tenants.txt", String.join("\n", tenants));
    }

    void script(String name, String sql) {
        files.write("scripts/" + name, sql);
    }

    /// Starts the Pod of the Job with this label, which does its tenants one after the other.
    ///
    /// @param index of the Pod in its Job
    /// @return its name
    String start(String stage, int index) {
        Map<String, Object> job = KubernetesFile.load(text()).stream()
                .filter(object -> "Job".equals(object.get("kind")))
                .filter(object -> stage.equals(KubernetesFile.map(KubernetesFile.map(object, "metadata"), "labels")
                        .get("stage")))
                .findFirst()
                .orElseThrow();
        Manifest manifest = Manifest.of(job, Map.of(RUNNER, Images.RUNNER));
        manifest.setVariable(RUNNER, "DATABASE_URL", accounts.url(Pod.HOST));
        manifest.setVariable(RUNNER, "SLIPWAY_PARALLEL", "1");
        manifest.setVariable(RUNNER, "JOB_COMPLETION_INDEX", String.valueOf(index));
        List.of("owner", "tenants", "tmp")
                .forEach(volume -> manifest.setVolume(volume, files.path().resolve(volume)));
        manifest.setVolume("scripts", files.path().resolve("scripts"));
        manifest.mount(RUNNER, "scripts", "/migrations", true);
        String pod = "%s-%s-%d".formatted(name, stage, index);
        pods.add(pod);
        files.write(pod + ".yaml", manifest.text(pod));
        Podman.run("kube", "play", "--replace", files.path() + "/" + pod + ".yaml")
                .orFail();
        return pod;
    }

    private static String text() {
        try {
            return Files.readString(Command.ROOT.resolve("deploy/kubernetes/fleet-job.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until a Pod has ended.
    ///
    /// @return its exit code and what it wrote
    Outcome end(String pod) {
        Poll.until(pod + " has ended", () -> inspect(pod, "{{.State.Status}}").equals("exited"));
        return new Outcome(
                Integer.parseInt(inspect(pod, "{{.State.ExitCode}}")),
                Podman.run("logs", pod + "-" + RUNNER).output());
    }

    /// Ends a Pod as a node does that is lost.
    void kill(String pod) {
        Podman.run("kill", "--signal", "KILL", pod + "-" + RUNNER);
    }

    private static String inspect(String pod, String format) {
        return Podman.run("inspect", "--format", format, pod + "-" + RUNNER)
                .output()
                .strip();
    }

    @Override
    public String logs() {
        StringBuilder logs = new StringBuilder();
        pods.forEach(pod -> logs.append(Podman.run("logs", pod + "-" + RUNNER).output()));
        return logs + accounts.logs();
    }

    @Override
    public void close() {
        pods.forEach(pod -> Podman.run("pod", "rm", "--force", "--ignore", pod).orFail());
        accounts.close();
        files.close();
    }
}
