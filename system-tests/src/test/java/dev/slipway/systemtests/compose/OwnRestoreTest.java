package dev.slipway.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import org.junit.jupiter.api.Test;

/// A service in Python moves to a database of compose that a backup is restored into, without owners and rights.
@RequiresEngine(programs = "docker-compose")
class OwnRestoreTest {
    @Test
    void theServiceServesTheRowsOfABackupOnceTheFileOfTheRolesRan(OwnProject project) {
        project.begin();
        project.compose("up", "--detach", "--no-color", "--build", "migrations").orFail();
        assertThat(project.container("migrations").exitCode()).isZero();
        project.psql("postgres", "--command", "insert into notes (title) values ('kept')")
                .orFail();
        String backup = project.script("slipway.sh", "backup")
                .orFail()
                .output()
                .replaceFirst("(?s).* to (/backups/\\S+)\\n.*", "$1");
        project.compose("down", "--volumes").orFail();
        project.compose("up", "--detach", "--no-color", "postgres").orFail();

        project.script("slipway.sh", "restore", backup, "--no-owner").orFail();
        assertThat(mayRead(project)).isEqualTo("f\n");
        project.psql("postgres", "--file", "/docker-entrypoint-initdb.d/roles.sql")
                .orFail();
        assertThat(mayRead(project)).isEqualTo("t\n");

        project.compose("up", "--detach", "--no-color").orFail();
        assertThat(project.container("migrations").logs()).contains("nothing to do: ");
        String notes = "http://" + project.container(project.name()).address(8080) + "/notes";
        Poll.until("the service answers", () -> Http.get(notes).status() == 200);
        assertThat(Http.get(notes)).isEqualTo(new Http(200, "[\"kept\"]\n"));
    }

    private static String mayRead(OwnProject project) {
        String role = project.identifier() + "_service";
        return project.psql(
                        "postgres", "--command", "select has_table_privilege('%s', 'notes', 'select')".formatted(role))
                .orFail()
                .output();
    }
}
