package dev.slipway.runner.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// When `check` leaves the database alone, and what it needs of it.
final class CheckDatabaseLimitsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;")
                .with("R__everyone.sql", "create or replace view everyone as select * from users;");
    }

    @Test
    void doesNotLookAtTheDatabaseIfAScriptIsAtFault() {
        project.with("V3__empty.sql", "-- The SQL that leads from 2 to 3 goes here.");
        assertThat(project.run("check").text()).isEqualTo("""
                exit 1
                FOLDER/V3__empty.sql: the script is empty
                  effect: every command refuses the scripts
                  remedy: write its SQL, or delete the file

                the database was not looked at: scripts with faults cannot be compared with it
                1 problem: 3 revisions, 1 head
                """);
    }

    @Test
    void doesNotLookAtTheDatabaseIfNotAskedTo() {
        assertThat(project.run("check", "--offline").text()).isEqualTo("exit 0\nno problems: 2 revisions, 1 head\n");
    }

    @Test
    void endsWith4IfTheDatabaseIsNotReached() {
        Run run = Run.with(
                Map.of("PGHOST", "localhost", "PGPORT", "1", "PGDATABASE", "app", "PGUSER", "app"),
                "check",
                "--wait-timeout",
                "0",
                "--locations",
                project.folder().toString());
        assertThat(run.text().replaceAll("\\d+ ms", "TIME")).isEqualTo("""
                exit 4
                --- stderr
                error: database app on localhost:1 is not usable: nothing listens there
                  driver: Connection refused
                  state: nothing was changed; gave up after TIME and 1 attempt
                  help:  check host and port, and that PostgreSQL is running (in a container, localhost is the container itself)
                """);
    }

    @Test
    void needsNeitherLockNorRightsToWrite() throws SQLException {
        project.run("upgrade");
        String table = "\"public\".\"flyway_schema_history\"";
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)".formatted(0x466C79776179L + table.hashCode()));
            statement.execute("begin; lock table flyway_schema_history in exclusive mode");
            assertThat(project.run("check").exitCode()).isZero();
        }
    }
}
