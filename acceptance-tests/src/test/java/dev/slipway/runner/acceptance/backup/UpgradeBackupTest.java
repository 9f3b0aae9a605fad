package dev.slipway.runner.acceptance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// `upgrade --backup`.
@RequiresClient
final class UpgradeBackupTest {
    @TempDir
    private Path backups;

    @RegisterExtension
    private final Project project = new Project(InstalledServer.server());

    @BeforeEach
    void users() {
        project.with("V1__users.sql", "create table users (id int primary key, name text);")
                .with("U1__users.sql", "drop table users;");
    }

    private Run run(String... arguments) {
        return InstalledServer.on(project.database(), project.folder(), backups, arguments);
    }

    @Test
    void beginsWithABackupOfWhatIsThere() {
        assertThat(run("upgrade", "--backup", "always").out())
                .as("there is nothing yet")
                .startsWith("applied 1");
        assertThat(InstalledServer.in(backups)).isEmpty();
        project.with("V2__add_email.sql", "alter table users add email text;");
        assertThat(run("upgrade", "--backup", "always").text()).isEqualTo("""
                exit 0
                writing a backup first: --backup always
                backed up to FOLDER/app-at-1-WHEN  SIZE  TIME
                applied 2  add email  TIME
                applied 1 script in TIME: app on localhost:PORT is at 2
                """);
        assertThat(run("upgrade", "--backup", "always").out()).startsWith("nothing to do");
        assertThat(InstalledServer.in(backups)).hasSize(1);
    }

    @Test
    void aRunThatFailsNamesTheBackupAndTheWayBack() {
        run("upgrade");
        project.with("V2__add_email.sql", "alter table user add email text;");
        String name = project.database().name();
        assertThat(run("upgrade", "--backup", "always").text().replace(name, "app"))
                .isEqualTo("""
                exit 6
                writing a backup first: --backup always
                backed up to FOLDER/app-at-1-WHEN  SIZE  TIME
                --- stderr
                error: script "V2__add_email.sql" failed at line 1, column 13: syntax error at or near "user"
                   --> SCRIPTS/V2__add_email.sql:1:13
                  1 | alter table user add email text;
                    |             ^
                  sqlstate: 42601
                  backup: FOLDER/app-at-1-WHEN
                  state: this run applied nothing; 2 was rolled back
                  help:  correct the script and run `upgrade` again; what was there before the run comes back with `slipway restore FOLDER/app-at-1-WHEN --into app_restored`
                """);
    }

    @Test
    void withoutTheBackupNothingIsApplied() {
        run("upgrade");
        project.with("V2__add_email.sql", "alter table users add email text;");
        Run refused = run("upgrade", "--backup", "always", "--pg-bin", "/nowhere");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("there is no pg_dump").contains("state: nothing was changed");
        assertThat(run("current").out()).contains("is at 1");
    }

    @Test
    void destructiveIsWhatWasNotProved() {
        run("upgrade");
        project.with("V2__add_email.sql", "alter table users add email text;");
        assertThat(run("upgrade", "--backup", "destructive").out())
                .startsWith("writing a backup first: no manifest.json tells what the scripts lose\nbacked up to ");
    }

    @Test
    void destructiveIsWhatLosesDataOrCannotBeTakenBack() {
        project.with("V2__add_email.sql", "alter table users add email text;")
                .with("U2__add_email.sql", "alter table users drop email;");
        Proved.on(project.folder());
        run("upgrade", "1");
        assertThat(run("upgrade", "--backup", "destructive").out()).startsWith("applied 2");
        project.with("V3__drop_name.sql", "-- compat: contract\nalter table users drop name;")
                .with("U3__drop_name.sql", "alter table users add name text;")
                .with("V4__upper.sql", "update users set email = upper(email);")
                .with("V5__add_phone.sql", "alter table users add phone text;");
        Proved.on(project.folder());
        assertThat(run("upgrade", "3", "--backup", "destructive").out())
                .startsWith(
                        "writing a backup first: V3__drop_name.sql has the hazard data-lost-in-undo\nbacked up to ");
        assertThat(run("upgrade", "--backup", "destructive").out())
                .startsWith(
                        "writing a backup first: V4__upper.sql cannot be taken back: there is no undo script, and 1 more\n");
        assertThat(InstalledServer.in(backups)).hasSize(2);
    }

    @Test
    void olderBackupsGoOnlyAfterARunThatDidWell() {
        run("upgrade");
        project.with("V2__add_email.sql", "alter table user add email text;");
        String[] upgrade = {"upgrade", "--backup", "always", "--keep-backups", "1"};
        run(upgrade);
        run(upgrade);
        assertThat(InstalledServer.in(backups)).hasSize(2);
        project.with("V2__add_email.sql", "alter table users add email text;");
        assertThat(run(upgrade).exitCode()).isZero();
        assertThat(InstalledServer.in(backups)).hasSize(1);
    }

    @Test
    void aForeignDumpIsNamedWhileARunWaitsForIt() throws IOException, InterruptedException {
        run("upgrade");
        project.execute("insert into users select n, repeat(md5(n::text), 20) from generate_series(1, 20000) n");
        project.with("V2__add_email.sql", "alter table users add email text;");
        Process dump = foreignDump();
        try {
            dump.getInputStream().readNBytes(1000);
            Run refused = run("upgrade", "--lock-timeout", "100ms", "--lock-budget", "500ms");
            assertThat(refused.exitCode()).isEqualTo(6);
            assertThat(refused.err())
                    .contains("blocker: a running pg_dump")
                    .contains("state: this run applied nothing");
            dump.getInputStream().readAllBytes();
            assertThat(dump.waitFor()).isZero();
            assertThat(run("upgrade").exitCode()).isZero();
        } finally {
            dump.destroyForcibly();
        }
    }

    /// It waits until somebody reads what it writes.
    private Process foreignDump() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                List.of(InstalledServer.BIN.resolve("pg_dump").toString(), "--format=plain", "--host=localhost"));
        builder.environment()
                .put("PGPORT", String.valueOf(project.database().server().port()));
        builder.environment().put("PGUSER", project.database().owner());
        builder.environment().put("PGPASSWORD", project.database().password());
        builder.environment().put("PGDATABASE", project.database().name());
        return builder.start();
    }
}
