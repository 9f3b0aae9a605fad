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

/// The scripts that `init` writes, with images, containers and a service of one's own.
@RequiresEngine(programs = {"docker-compose", "curl"})
class OwnDeploymentTest {
    @Test
    void deploysTriesOnACopyRollsBackAndDoesNotApplyAgain(OwnProject project) {
        String health = begun(project);
        Outcome first = project.script("update-backend.sh").orFail();
        assertThat(first.output())
                .contains("applied 2  create notes")
                .endsWith("== done: %s is well, the database is at 2\n".formatted(project.name()));

        expand(project);
        Outcome tried = project.script("test-migrations.sh").orFail();
        assertThat(tried.output())
                .contains("\nbacked up " + project.identifier() + " on postgres:5432 to /backups/copy/")
                .contains("\nrestored /backups/copy/")
                .contains("\napplied 3  body", "\ntook back U3  body")
                .endsWith("== done: the scripts run on a copy of the database\n");
        assertThat(at(project)).contains(" is at 2\n");
        assertThat(Http.get(health).status()).isEqualTo(200);

        Outcome second = project.script("update-backend.sh").orFail();
        assertThat(second.output())
                .contains("| 3 | body |", "\nbacked up to /backups/" + project.identifier() + "-at-2-")
                .endsWith("== done: %s is well, the database is at 3\n".formatted(project.name()));

        contract(project);
        Outcome failed = project.script("update-backend.sh");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output())
                .endsWith("== failed: %s does not run on this schema; go back: scripts/rollback.sh --schema 3\n"
                        .formatted(project.name()));
        assertRollsBack(project, health);
    }

    private static void assertRollsBack(OwnProject project, String health) {
        Outcome unsure = project.script("rollback.sh", "--schema", "3");
        assertThat(unsure.exitCode()).isEqualTo(1);
        assertThat(unsure.output())
                .contains("losing column tag of public.notes with 0 values")
                .endsWith("== failed: nothing was taken back, %s runs as before\n".formatted(project.name()));

        Outcome back = project.script("rollback.sh", "--schema", "3", "--yes").orFail();
        assertThat(back.output()).endsWith("== done: %s is well, the database is at 3\n".formatted(project.name()));
        assertThat(Http.get(health).status()).isEqualTo(200);
        assertThat(project.folder().read(".env")).endsWith("\nSLIPWAY_TARGET=3\n");

        project.compose("up", "--detach", "--no-color", "--build").orFail();
        assertThat(project.container("migrations").logs())
                .contains(" is at 3\n", "warning: SLIPWAY_TARGET is 3: this run leaves out 4\n");
        assertThat(project.compose("run", "--rm", "-T", "status").orFail().output())
                .containsPattern("\n3 \\(current\\) +body +applied ")
                .containsPattern("\n4 +tag +pending");
        project.script("slipway.sh", "upgrade", "head").orFail();
        assertThat(at(project)).contains(" is at 4\n");
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
        assertThat(tried.output()).contains("error: V3__broken.sql:1: column \"broken\" does not exist\n");

        Outcome failed = project.script("update-backend.sh");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output())
                .contains("error: V3__broken.sql:1: column \"broken\" does not exist\n", "slipway restore /backups/")
                .endsWith("== failed: %s runs as before, the database is at 2\n".formatted(project.name()));
        assertThat(Http.get(health).status()).isEqualTo(200);
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
    private static String begun(OwnProject project) {
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

    private static void expand(OwnProject project) {
        project.folder().write("migrations/V3__body.sql", "alter table notes add body text;\n");
        project.folder().write("migrations/U3__body.sql", "alter table notes drop body;\n");
        project.slipway("prove").orFail();
    }

    private static void contract(OwnProject project) {
        project.folder().write("migrations/V4__tag.sql", "-- compat: contract\nalter table notes add tag text;\n");
        project.folder().write("migrations/U4__tag.sql", "alter table notes drop tag;\n");
        project.slipway("prove").orFail();
    }

    private static String at(OwnProject project) {
        return project.script("slipway.sh", "current").orFail().output().replaceAll(" \\(.*\\)\n", "\n");
    }
}
