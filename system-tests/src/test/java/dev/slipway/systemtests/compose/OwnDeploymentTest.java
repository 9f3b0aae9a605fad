package dev.slipway.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Engine;
import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Images;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The scripts that `init` writes, with images, containers and a service of one's own.
@Execution(ExecutionMode.CONCURRENT)
@RequiresEngine(programs = {"docker-compose", "curl"})
class OwnDeploymentTest {
    @Test
    void deploysTriesOnACopyAndRefusesImagesThatHoldDifferentScripts(OwnProject project) {
        String health = begun(project);
        Outcome first = project.script("update-backend.sh").orFail();
        assertThat(first.output())
                .contains("applied 2  create notes")
                .endsWith("== done: %s is well, the database is at 2\n".formatted(project.name()));

        revision3(project, "");
        Outcome tried = project.script("test-migrations.sh").orFail();
        assertThat(tried.output())
                .containsSubsequence(
                        "\n== a copy without rows\n",
                        "\napplied 3  body",
                        "\ntook back U3  body",
                        "\napplied 3  body",
                        "\n== a copy with rows\n",
                        "\nbacked up " + project.identifier() + " on postgres:5432 to /backups/copy/",
                        "\nrestored /backups/copy/",
                        "\napplied 3  body",
                        "\ntook back U3  body",
                        "\napplied 3  body")
                .endsWith("== done: the scripts run on a copy of the schema and on a copy of the database\n");
        assertThat(at(project)).contains(" is at 2\n");
        assertThat(Http.get(health).status()).isEqualTo(200);

        Outcome refused = project.script("deploy.sh");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .startsWith("== failed: %1$s-migrations:latest and :client hold different scripts, build both: "
                        .formatted(project.name()))
                .endsWith(" --profile tools build\n");
        assertThat(at(project)).contains(" is at 2\n");

        project.compose("--profile", "tools", "build").orFail();
        Outcome second = project.script("deploy.sh").orFail();
        assertThat(second.output())
                .contains("| 3 | body |", "\nbacked up to /backups/" + project.identifier() + "-at-2-")
                .endsWith("== done: %s is well, the database is at 3\n".formatted(project.name()));
    }

    @Test
    void rollsBackAndDoesNotApplyAgain(OwnProject project) {
        String health = begun(project);
        project.script("update-backend.sh").orFail();
        revision3(project, "-- compat: contract\n");
        modelOf3(project);
        Outcome failed = project.script("update-backend.sh");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output())
                .endsWith("== failed: %s does not run on this schema; go back: scripts/rollback.sh --schema 2\n"
                        .formatted(project.name()));

        Outcome unsure = project.script("rollback.sh", "--schema", "2");
        assertThat(unsure.exitCode()).isEqualTo(1);
        assertThat(unsure.output())
                .contains("column body of public.notes with 0 values")
                .endsWith("== failed: nothing was taken back, %s runs as before\n".formatted(project.name()));

        Outcome back = project.script("rollback.sh", "--schema", "2", "--yes").orFail();
        assertThat(back.output()).endsWith("== done: %s is well, the database is at 2\n".formatted(project.name()));
        assertThat(Http.get(health).status()).isEqualTo(200);
        assertThat(project.folder().read(".env"))
                .endsWith(
                        "\n# when the mended version is there: SLIPWAY_MODEL=/migrations/model.json\nSLIPWAY_TARGET=2\n");
        assertNotAppliedAgain(project);
        project.script("slipway.sh", "upgrade", "head").orFail();
        assertThat(at(project)).contains(" is at 3\n");
    }

    @Test
    void theServiceGoesBackAndTheSchemaStays(OwnProject project) {
        String health = begun(project);
        project.script("update-backend.sh").orFail();
        String first = project.name() + ":1";
        Engine.docker("tag", project.name(), first);
        try {
            revision3(project, "");
            Engine.docker(
                    "build",
                    "--label",
                    "version=2",
                    "-t",
                    project.name(),
                    project.folder().path() + "/service");
            project.script("update-backend.sh").orFail();
            String second = image(project);

            String settings = project.folder().read(".env");
            Outcome missing = project.script("rollback.sh", "--service", "127.0.0.1:1/app:missing", "--schema", "2");
            assertThat(missing.exitCode()).isEqualTo(1);
            assertThat(missing.output())
                    .endsWith("== failed: there is no image 127.0.0.1:1/app:missing, nothing was changed\n");
            assertThat(project.folder().read(".env")).isEqualTo(settings);
            assertThat(image(project)).isEqualTo(second);

            Outcome back = project.script("rollback.sh", "--service", first).orFail();
            assertThat(back.output())
                    .startsWith("== start " + project.name())
                    .endsWith("== done: %s is well, the database is at 3\n".formatted(project.name()));
            assertThat(image(project)).isEqualTo(inspected(first, ".Id"));
            assertThat(project.folder().read(".env")).endsWith("\nSERVICE_IMAGE=" + first + "\n");
            assertThat(Http.get(health).status()).isEqualTo(200);
        } finally {
            project.compose("rm", "--stop", "--force", project.name());
            Engine.docker("rmi", "--force", first);
        }
    }

    private static String image(OwnProject project) {
        String container = project.compose("ps", "--quiet", project.name())
                .orFail()
                .output()
                .strip();
        return Engine.docker("container", "inspect", "--format", "{{.Image}}", container);
    }

    private static void assertNotAppliedAgain(OwnProject project) {
        project.compose("up", "--detach", "--no-color", "--build").orFail();
        assertThat(project.container("migrations").logs())
                .contains(" is at 2\n", "warning: SLIPWAY_TARGET is 2: this run leaves out 3\n");
        assertThat(project.compose("run", "--rm", "-T", "status").orFail().output())
                .containsPattern("\n2 \\(current\\) +create notes +applied ")
                .containsPattern("\n3 +body +pending");
    }

    @Test
    void aScriptThatFailsLeavesTheServiceAsItWas(OwnProject project) {
        String health = begun(project);
        project.script("update-backend.sh").orFail();
        project.script("slipway.sh", "revision", "-m", "broken").orFail();
        project.folder().write("migrations/V3__broken.sql", "select broken;\n");
        project.folder().delete("migrations/U3__broken.sql");
        project.folder().delete("migrations/manifest.json");

        Outcome tried = project.script("test-migrations.sh");
        assertThat(tried.exitCode()).isNotZero();
        assertThat(tried.output()).contains("  1 | select broken;\n");

        Outcome failed = project.script("update-backend.sh");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output())
                .contains("  1 | select broken;\n", " restore /backups/")
                .endsWith("== failed: %s runs as before, the database is at 2\n".formatted(project.name()));
        assertThat(Http.get(health).status()).isEqualTo(200);

        project.folder().delete("migrations/U2__create_notes.sql");
        project.compose("--profile", "tools", "build").orFail();
        Outcome kept = project.script("rollback.sh", "--schema", "1", "--yes");
        assertThat(kept.exitCode()).isEqualTo(1);
        assertThat(kept.output())
                .contains("there is no undo script for V2__create_notes.sql")
                .endsWith("== failed: nothing was changed\n");
        assertThat(Http.get(health).status()).isEqualTo(200);

        String running = image(project);
        project.folder().write(".env", project.folder().read(".env") + "\nOWNER_PASSWORD=wrong\n");
        Outcome unread = project.script("update-backend.sh");
        assertThat(unread.exitCode()).isEqualTo(1);
        assertThat(unread.output()).endsWith("== failed: the database cannot be read, nothing was deployed\n");
        assertThat(image(project)).isEqualTo(running);
    }

    @Test
    void theImageWithTheClientIsOtherwiseTheRunner() {
        Images.build();
        for (String path : new String[] {".Config.Entrypoint", ".Config.User", ".Config.WorkingDir"}) {
            assertThat(inspected(Images.CLIENT, path)).isEqualTo(inspected(Images.RUNNER, path));
        }
        assertThat(Engine.docker("run", "--rm", "--read-only", "--cap-drop=ALL", Images.CLIENT, "--version"))
                .isEqualTo(Engine.docker("run", "--rm", "--read-only", "--cap-drop=ALL", Images.RUNNER, "--version"));
    }

    private static String inspected(String image, String path) {
        return Engine.docker("image", "inspect", "--format", "{{" + path + "}}", image);
    }

    /// Returns the address at which the service says whether it is well.
    static String begun(OwnProject project) {
        project.begin();
        int port = port();
        String address = "http://127.0.0.1:%d/health".formatted(port);
        String settings = project.folder()
                .read(".env")
                .replaceFirst("(?m)^SERVICE_PORT=.*", "SERVICE_PORT=" + port)
                .replaceFirst("(?m)^HEALTH_URL=.*", "HEALTH_URL=" + address);
        project.folder().write(".env", settings);
        return address;
    }

    private static int port() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void revision3(OwnProject project, String header) {
        project.folder().write("migrations/V3__body.sql", header + "alter table notes add body text;\n");
        project.folder().write("migrations/U3__body.sql", "alter table notes drop body;\n");
        project.slipway("prove").orFail();
    }

    /// What the service is built for needs what the rollback takes back.
    static void modelOf3(OwnProject project) {
        project.folder().write("migrations/model.json", """
                {"tables": [{"name": "notes", "primaryKey": ["id"], "columns": [
                    {"name": "id", "type": "bigint", "generated": true}, {"name": "title", "type": "text"},
                    {"name": "body", "type": "text", "nullable": true}]}]}
                """);
        project.folder().write(".env", project.folder().read(".env") + "SLIPWAY_MODEL=/migrations/model.json\n");
    }

    private static String at(OwnProject project) {
        return project.script("slipway.sh", "current").orFail().output().replaceAll(" \\(.*\\)\n", "\n");
    }
}
