package dev.slipway.systemtests.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.compose.OwnProject;
import dev.slipway.systemtests.engine.Folder;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The Kubernetes files that `init` writes, and the Job of the chart, on the database of its compose file.
@RequiresEngine(programs = {"docker-compose", "podman"})
class OwnPodTest {
    private static final String NOTES =
            "import urllib.request as r; print(r.urlopen('http://127.0.0.1:8080/notes').read())";

    /// One project shows it all: its images come into podman's store as a whole each time.
    @Test
    void eachFileMigratesAndStartsTheService(OwnProject project) throws IOException {
        beginWithPort(project);
        String worker = project.name() + "-wait";
        try (Folder files = new Folder()) {
            assertThat(playWaiting(project, worker, files).output()).contains(" exited with code 4");
            assertThat(state(worker + "-worker")).isEqualTo("created\n");
            jobsMigrateAndTheServiceStartsAfterItsInitContainer(project);
            playWaiting(project, worker, files).orFail();
            assertThat(state(worker + "-worker")).isEqualTo("running\n");
            remove(worker);
        }
        project.beginDatabaseAnew();
        thePodForPodmanPlaysAsItIs(project);
    }

    private static void jobsMigrateAndTheServiceStartsAfterItsInitContainer(OwnProject project) {
        try (Folder files = new Folder()) {
            String job = project.name() + "-job";
            play(project, "job.yaml", job, files).orFail();
            Poll.until("the Job has ended", () -> state(job + "-migrations").equals("exited\n"));
            assertThat(Podman.run("logs", job + "-migrations").output()).contains("applied 2  create notes");
            remove(job);

            String chart = project.name() + "-chart";
            project.folder().write("deploy/kubernetes/chart.yaml", Chart.rendered(values(project)));
            play(project, "chart.yaml", chart, files).orFail();
            Poll.until(
                    "the Job of the chart has ended",
                    () -> state(chart + "-migrations").equals("exited\n"));
            assertThat(Podman.run("logs", chart + "-migrations").output()).contains("nothing to do: ");
            remove(chart);

            String pod = project.name() + "-pod";
            play(project, "init-container.yaml", pod, files).orFail();
            answers(pod + "-" + project.name());
            remove(pod);
        }
    }

    /// Nothing of the file is changed but the port on the machine, which may be somebody else's.
    private static void thePodForPodmanPlaysAsItIs(OwnProject project) throws IOException {
        Path folder = project.folder().path().resolve("deploy/podman");
        String file = Files.readString(folder.resolve("pod.yaml"));
        Files.writeString(folder.resolve("pod.yaml"), file.replace("          hostPort: 8080\n", ""));
        String example = Files.readString(folder.resolve("settings.example.yaml"));
        String settings = example.replace("change-this", "a1b2c3d4e5")
                .replace(Pod.HOST + ":5432", Pod.HOST + ":" + port(project));

        Files.writeString(folder.resolve("settings.yaml"), settings.replace("target: head", "target: \"1\""));
        play(folder).orFail();
        assertThat(history(project)).containsExactly("rights of the service");

        Files.writeString(folder.resolve("settings.yaml"), settings);
        play(folder).orFail();
        answers(project.name() + "-service");
        assertThat(history(project)).containsExactly("rights of the service", "create notes");
        remove(project.name());
    }

    private static Outcome playWaiting(OwnProject project, String pod, Folder files) {
        Map<String, Object> values = new HashMap<>();
        values(project).forEach((name, value) -> values.put(Chart.NAME + "." + name, value));
        values.put("slipway-migrations.job.enabled", false);
        values.put("slipway-migrations.wait.user", project.identifier() + "_service");
        values.put("slipway-migrations.wait.existingSecret", "reader");
        values.put("slipway-migrations.wait.timeout", "2s");
        try (Folder parent = new Folder()) {
            String deployment = ChartTest.DEPLOYMENT.formatted("waitContainer", "waitVolumes");
            files.write("waiting.yaml", Chart.rendered(Chart.parent(parent, deployment), values));
        }
        Manifest manifest = Manifest.read(
                files.path().resolve("waiting.yaml"),
                Map.of(
                        "wait-for-migrations",
                        project.name() + "-migrations:latest",
                        "worker",
                        project.name() + ":latest"));
        manifest.setVariable("wait-for-migrations", "DATABASE_URL", "postgresql://" + address(project));
        manifest.setVariable("worker", "DATABASE_URL", service(project));
        files.write("reader/password", "a1b2c3d4e5");
        files.write("tmp/here", "");
        manifest.setVolume("reader", files.path().resolve("reader"));
        manifest.setVolume("tmp", files.path().resolve("tmp"));
        files.write("pod.yaml", manifest.text(pod));
        return Podman.run("kube", "play", "--replace", files.path() + "/pod.yaml");
    }

    private static String state(String container) {
        return Podman.run("inspect", "--format", "{{.State.Status}}", container).output();
    }

    private static String address(OwnProject project) {
        return Pod.HOST + ":" + port(project) + "/" + project.identifier();
    }

    private static String service(OwnProject project) {
        return "postgresql://%s_service:a1b2c3d4e5@%s".formatted(project.identifier(), address(project));
    }

    private static Outcome play(Path folder) {
        return Podman.run("kube", "play", "--replace", "--configmap", folder + "/settings.yaml", folder + "/pod.yaml");
    }

    private static void answers(String container) {
        Poll.until(
                "the service answers",
                () -> Podman.run("exec", container, "python3", "-c", NOTES)
                        .output()
                        .equals("b'[]\\n'\n"));
    }

    private static List<String> history(OwnProject project) {
        String query = "select description from flyway_schema_history order by installed_rank";
        return project.psql("postgres", "-c", query).orFail().output().lines().toList();
    }

    /// podman's containers reach the host and no network of the engine.
    private static void beginWithPort(OwnProject project) {
        project.begin();
        project.folder().write("compose.override.yaml", "services: {postgres: {ports: ['5432']}}\n");
        project.compose("up", "--detach", "--no-color", "postgres").orFail();
        project.compose("build", "migrations").orFail();
        Podman.pull(project.name() + ":latest");
        Podman.pull(project.name() + "-migrations:latest");
    }

    private static String port(OwnProject project) {
        return project.container("postgres").address(5432).replaceFirst(".*:", "");
    }

    private static Outcome play(OwnProject project, String file, String pod, Folder files) {
        String image = project.name();
        Manifest manifest = Manifest.read(
                project.folder().path().resolve("deploy/kubernetes").resolve(file),
                Map.of("migrations", image + "-migrations:latest", image, image + ":latest"));
        manifest.setVariable("migrations", "DATABASE_URL", "postgresql://" + address(project));
        if (file.equals("init-container.yaml")) {
            manifest.setVariable(image, "DATABASE_URL", service(project));
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
