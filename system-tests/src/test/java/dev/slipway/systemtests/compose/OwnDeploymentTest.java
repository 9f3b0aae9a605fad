package dev.slipway.systemtests.compose;

import static dev.slipway.systemtests.compose.OwnDeployment.begun;
import static dev.slipway.systemtests.compose.OwnDeployment.image;
import static dev.slipway.systemtests.compose.OwnDeployment.revision3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Engine;
import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Images;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The scripts that `init` writes, with images, containers and a service of one's own.
/// One project shows it all, since to begin one costs a slow machine a minute; hence the longer timeout.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@RequiresEngine(programs = {"docker-compose", "curl"})
class OwnDeploymentTest {
    @Test
    void deploysTriesOnACopyAndTakesTheServiceBack(OwnProject project) {
        String health = begun(project);
        Outcome first = project.script("update-backend.sh").orFail();
        assertThat(first.output())
                .contains("applied 2  create notes")
                .endsWith("== done: %s is well, the database is at 2\n".formatted(project.name()));

        revision3(project, "");
        scriptsAreTriedOnCopies(project);
        assertThat(versions(project)).isEqualTo("1\n2\n");
        assertThat(Http.get(health).status()).isEqualTo(200);
        imagesThatHoldDifferentScriptsAreRefused(project);
        assertThat(versions(project)).isEqualTo("1\n2\n");

        project.compose("--profile", "tools", "build").orFail();
        Outcome second = project.script("deploy.sh").orFail();
        assertThat(second.output())
                .contains("| 3 | body |", "\nbacked up to /backups/" + project.identifier() + "-at-2-")
                .endsWith("== done: %s is well, the database is at 3\n".formatted(project.name()));
        theServiceGoesBackAndTheSchemaStays(project, health);
    }

    private static void scriptsAreTriedOnCopies(OwnProject project) {
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
    }

    private static void imagesThatHoldDifferentScriptsAreRefused(OwnProject project) {
        Outcome refused = project.script("deploy.sh");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .startsWith("== failed: %1$s-migrations:latest and :client hold different scripts, build both: "
                        .formatted(project.name()))
                .endsWith(" --profile tools build\n");
    }

    private static void theServiceGoesBackAndTheSchemaStays(OwnProject project, String health) {
        String first = project.name() + ":1";
        Engine.docker("tag", project.name(), first);
        try {
            Engine.docker(
                    "build",
                    "--label",
                    "version=2",
                    "-t",
                    project.name(),
                    project.folder().path() + "/service");
            project.script("update-backend.sh").orFail();
            String second = image(project);
            assertThat(second).isEqualTo(inspected(project.name(), ".Id")).isNotEqualTo(inspected(first, ".Id"));

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

    /// In the order in which they were applied.
    private static String versions(OwnProject project) {
        return project.psql("postgres", "-c", "select version from flyway_schema_history order by installed_rank")
                .orFail()
                .output();
    }
}
