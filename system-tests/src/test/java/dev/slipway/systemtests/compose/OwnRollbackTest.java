package dev.slipway.systemtests.compose;

import static dev.slipway.systemtests.compose.OwnDeployment.begun;
import static dev.slipway.systemtests.compose.OwnDeployment.image;
import static dev.slipway.systemtests.compose.OwnDeployment.modelOf3;
import static dev.slipway.systemtests.compose.OwnDeployment.revision3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the scripts that `init` writes leave behind when they fail, and how they take a schema back.
/// One project shows it all, since to begin one costs a slow machine a minute; hence the longer timeout.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@RequiresEngine(programs = {"docker-compose", "curl"})
class OwnRollbackTest {
    @Test
    void leavesTheServiceAsItWasAndDoesNotApplyAgainWhatWasTakenBack(OwnProject project) {
        String health = begun(project);
        project.script("update-backend.sh").orFail();
        aScriptThatFailsLeavesTheServiceAsItWas(project, health);
        whatHasNoUndoScriptIsNotTakenBack(project, health);
        revision3(project, "-- compat: contract\n");
        modelOf3(project);
        aContractRevisionIsTakenBack(project, health);
        assertNotAppliedAgain(project);
        project.script("slipway.sh", "upgrade", "head").orFail();
        assertThat(at(project)).contains(" is at 3\n");
        nothingIsDeployedToADatabaseThatCannotBeRead(project);
    }

    private static void aContractRevisionIsTakenBack(OwnProject project, String health) {
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
    }

    private static void assertNotAppliedAgain(OwnProject project) {
        project.compose("up", "--detach", "--no-color", "--build").orFail();
        assertThat(project.container("migrations").logs())
                .contains(" is at 2\n", "warning: SLIPWAY_TARGET is 2: this run leaves out 3\n");
        assertThat(project.compose("run", "--rm", "-T", "status").orFail().output())
                .containsPattern("\n2 \\(current\\) +create notes +applied ")
                .containsPattern("\n3 +body +pending");
    }

    private static void aScriptThatFailsLeavesTheServiceAsItWas(OwnProject project, String health) {
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
    }

    private static void whatHasNoUndoScriptIsNotTakenBack(OwnProject project, String health) {
        String undo = project.folder().read("migrations/U2__create_notes.sql");
        project.folder().delete("migrations/U2__create_notes.sql");
        project.compose("--profile", "tools", "build", "slipway").orFail();
        Outcome kept = project.script("rollback.sh", "--schema", "1", "--yes");
        assertThat(kept.exitCode()).isEqualTo(1);
        assertThat(kept.output())
                .contains("there is no undo script for V2__create_notes.sql")
                .endsWith("== failed: nothing was changed\n");
        assertThat(Http.get(health).status()).isEqualTo(200);
        project.folder().write("migrations/U2__create_notes.sql", undo);
        project.folder().delete("migrations/V3__broken.sql");
    }

    private static void nothingIsDeployedToADatabaseThatCannotBeRead(OwnProject project) {
        String running = image(project);
        project.folder().write(".env", project.folder().read(".env") + "\nOWNER_PASSWORD=wrong\n");
        Outcome unread = project.script("update-backend.sh");
        assertThat(unread.exitCode()).isEqualTo(1);
        assertThat(unread.output()).endsWith("== failed: the database cannot be read, nothing was deployed\n");
        assertThat(image(project)).isEqualTo(running);
    }

    private static String at(OwnProject project) {
        return project.script("slipway.sh", "current").orFail().output().replaceAll(" \\(.*\\)\n", "\n");
    }
}
