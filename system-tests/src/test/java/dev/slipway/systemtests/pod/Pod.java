package dev.slipway.systemtests.pod;

import dev.slipway.systemtests.database.Accounts;
import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Folder;
import dev.slipway.systemtests.engine.Ground;
import dev.slipway.systemtests.engine.Images;
import dev.slipway.systemtests.engine.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// A Pod of the Deployment with the runner as init container, on a database of its own.
public final class Pod implements Ground {
    private static final Path FILE = Command.ROOT.resolve("deploy/kubernetes/init-container.yaml");
    private static final Map<String, String> IMAGES =
            Map.of("migrations-runner", Images.RUNNER, "backend-service", Images.BACKEND);
    private static final String RUNNER = "migrations-runner";
    private static final String SERVICE = "backend-service";
    /// Where podman lets a Pod find the machine it runs on.
    static final String HOST = "host.containers.internal";

    private final String name = "slipway-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Accounts accounts = new Accounts();
    private final Map<String, Folder> volumes = Map.of(
            "owner",
            new Folder(),
            "service",
            new Folder(),
            "tmp",
            new Folder(),
            "scripts",
            new Folder().withReferenceScripts());
    private final Folder files = new Folder();
    private String played = "";

    public Pod() {
        volume("owner").write("password", Accounts.OWNER_PASSWORD);
        volume("service").write("password", Accounts.SERVICE_PASSWORD);
        volume("service").write("token-key", "a key of 32 bytes at the very least");
        volume("service").write("admin-password", "the first administrator's");
    }

    Accounts accounts() {
        return accounts;
    }

    /// The reference scripts, and what a test adds.
    Folder scripts() {
        return volume("scripts");
    }

    /// Plays the Pod, in place of the one before it.
    Outcome play() {
        Manifest manifest = Manifest.read(FILE, IMAGES);
        manifest.setVariable(RUNNER, "DATABASE_URL", accounts.url(HOST));
        manifest.setVariable(SERVICE, "DATABASE_URL", accounts.url(HOST));
        volumes.forEach((volume, folder) -> manifest.setVolume(volume, folder.path()));
        manifest.mount(RUNNER, "scripts", "/migrations", true);
        // as the kubelet does; podman does not
        manifest.setVolume("termination-log", files.writable("termination-log"));
        manifest.mount(RUNNER, "termination-log", "/dev/termination-log", false);
        files.write("pod.yaml", manifest.text(name));
        Outcome outcome = Podman.run("kube", "play", "--replace", files.path() + "/pod.yaml");
        played = outcome.output();
        return outcome;
    }

    /// The state of the service's container in podman's words.
    String serviceState() {
        return Podman.run("inspect", "--format", "{{.State.Status}}", name + "-" + SERVICE)
                .output()
                .strip();
    }

    /// The exit code of the init container, which podman keeps only if it failed.
    String runnerExitCode() {
        return Podman.run("inspect", "--format", "{{.State.ExitCode}}", name + "-" + RUNNER)
                .output()
                .strip();
    }

    /// What `kubectl describe pod` shows of the init container.
    String terminationMessage() {
        return files.read("termination-log");
    }

    /// Runs the service's own health check in its container.
    Outcome probe(String path) {
        return Podman.run(
                "exec",
                name + "-" + SERVICE,
                "java",
                "-cp",
                "/app/classpath/backend-service.jar",
                "dev.slipway.backend.probe.HealthProbe",
                "http://127.0.0.1:8080" + path);
    }

    @Override
    public String logs() {
        return played
                + Podman.run("ps", "--all", "--pod").output()
                + Podman.run("logs", name + "-" + RUNNER).output()
                + Podman.run("logs", name + "-" + SERVICE).output()
                + accounts.logs();
    }

    @Override
    public void close() {
        Podman.run("pod", "rm", "--force", "--ignore", name).orFail();
        accounts.close();
        volumes.values().forEach(Folder::close);
        files.close();
    }

    private Folder volume(String volume) {
        return Objects.requireNonNull(volumes.get(volume));
    }
}
