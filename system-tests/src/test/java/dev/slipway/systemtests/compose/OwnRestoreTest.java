package dev.slipway.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A service in Python moves to a database of compose that a backup is restored into, without owners and rights.
@RequiresEngine(programs = "docker-compose")
class OwnRestoreTest {
    @Test
    void theServiceServesTheRowsOfABackupOnceTheFileOfTheRolesRan(OwnProject project) {
        project.begin();
        project.compose("up", "--detach", "--no-color", "--build", "migrations").orFail();
        assertThat(project.container("migrations").exitCode()).isZero();
        psql(project, "--command", "insert into notes (title) values ('kept')").orFail();
        String backup = project.script("slipway.sh", "backup")
                .orFail()
                .output()
                .replaceFirst("(?s).* to (/backups/\\S+)\\n.*", "$1");
        project.compose("down", "--volumes").orFail();
        project.compose("up", "--detach", "--no-color", "postgres").orFail();

        project.script("slipway.sh", "restore", backup, "--no-owner").orFail();
        assertThat(mayRead(project)).isEqualTo("f\n");
        psql(project, "--file", "/docker-entrypoint-initdb.d/roles.sql").orFail();
        assertThat(mayRead(project)).isEqualTo("t\n");

        project.compose("up", "--detach", "--no-color").orFail();
        assertThat(project.container("migrations").logs()).contains("nothing to do: ");
        String notes = "http://" + project.container(project.name()).address(8080) + "/notes";
        Poll.until("the service answers", () -> Http.get(notes).status() == 200);
        assertThat(Http.get(notes)).isEqualTo(new Http(200, "[\"kept\"]\n"));
    }

    private static String mayRead(OwnProject project) {
        String role = project.identifier() + "_service";
        return psql(project, "--command", "select has_table_privilege('%s', 'notes', 'select')".formatted(role))
                .orFail()
                .output();
    }

    private static Outcome psql(OwnProject project, String... words) {
        return project.compose(Stream.concat(
                        Stream.of("exec", "-T", "postgres", "psql", "-XAtq", "-U", "postgres", project.identifier()),
                        Stream.of(words))
                .toArray(String[]::new));
    }
}
