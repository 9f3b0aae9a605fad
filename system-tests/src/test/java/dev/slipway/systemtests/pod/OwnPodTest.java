package dev.slipway.systemtests.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.compose.OwnProject;
import dev.slipway.systemtests.engine.Folder;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The Kubernetes files that `init` writes, and the Job of the chart, on the database of its compose file.
@RequiresEngine(programs = {"docker-compose", "podman"})
class OwnPodTest {
    private static final String NOTES =
            "import urllib.request as r; print(r.urlopen('http://127.0.0.1:8080/notes').read())";

    @Test
    void jobsMigrateAndTheServiceStartsAfterItsInitContainer(OwnProject project) {
        project.begin();
        // podman's containers reach the host and no network of the engine
        project.folder().write("compose.override.yaml", "services: {postgres: {ports: ['5432']}}\n");
        project.compose("up", "--detach", "--no-color", "postgres").orFail();
        project.compose("build", "migrations").orFail();
        Podman.pull(project.name() + ":latest");
        Podman.pull(project.name() + "-migrations:latest");

        try (Folder files = new Folder()) {
            String job = project.name() + "-job";
            play(project, "job.yaml", job, files).orFail();
            Poll.until(
                    "the Job has ended",
                    () -> Podman.run("inspect", "--format", "{{.State.Status}}", job + "-migrations")
                            .output()
                            .equals("exited\n"));
            assertThat(Podman.run("logs", job + "-migrations").output()).contains("applied 2  create notes");
            remove(job);

            String chart = project.name() + "-chart";
            project.folder().write("deploy/kubernetes/chart.yaml", Chart.rendered(values(project)));
            play(project, "chart.yaml", chart, files).orFail();
            Poll.until(
                    "the Job of the chart has ended",
                    () -> Podman.run("inspect", "--format", "{{.State.Status}}", chart + "-migrations")
                            .output()
                            .equals("exited\n"));
            assertThat(Podman.run("logs", chart + "-migrations").output()).contains("nothing to do: ");
            remove(chart);

            String pod = project.name() + "-pod";
            play(project, "init-container.yaml", pod, files).orFail();
            Poll.until(
                    "the service answers",
                    () -> Podman.run("exec", pod + "-" + project.name(), "python3", "-c", NOTES)
                            .output()
                            .equals("b'[]\\n'\n"));
            remove(pod);
        }
    }

    private static Outcome play(OwnProject project, String file, String pod, Folder files) {
        String image = project.name();
        Manifest manifest = Manifest.read(
                project.folder().path().resolve("deploy/kubernetes").resolve(file),
                Map.of("migrations", image + "-migrations:latest", image, image + ":latest"));
        String port = project.container("postgres").address(5432).replaceFirst(".*:", "");
        String address = Pod.HOST + ":" + port + "/" + project.identifier();
        manifest.setVariable("migrations", "DATABASE_URL", "postgresql://" + address);
        if (file.equals("init-container.yaml")) {
            manifest.setVariable(
                    image,
                    "DATABASE_URL",
                    "postgresql://%s_service:a1b2c3d4e5@%s".formatted(project.identifier(), address));
        }
        files.write("owner/password", "a1b2c3d4e5");
        files.write("tmp/here", "");
        manifest.setVolume("owner", files.path().resolve("owner"));
        manifest.setVolume("tmp", files.path().resolve("tmp"));
        files.write("pod.yaml", manifest.text(pod));
        return Podman.run("kube", "play", "--replace", files.path() + "/pod.yaml");
    }

    private static Map<String, Object> values(OwnProject project) {
        Map<String, Object> values = new HashMap<>(Chart.VALUES);
        values.put("image.repository", project.name() + "-migrations");
        values.put("image.tag", "latest");
        values.put("database.user", project.identifier() + "_owner");
        return values;
    }

    private static void remove(String pod) {
        Podman.run("pod", "rm", "--force", "--ignore", pod).orFail();
    }
}
