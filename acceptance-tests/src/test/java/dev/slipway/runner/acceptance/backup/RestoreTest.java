package dev.slipway.runner.acceptance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@RequiresClient
public final class RestoreTest {
    private static final String ORDERED_FINGERPRINT =
            "3d412dfecd19195298dfa577697141799d56109eea48105e463a186c5e364dbb";

    @TempDir
    private Path backups;

    @RegisterExtension
    private final Project project = new Project(InstalledServer.server());

    @BeforeEach
    void users() {
        project.with("V1__users.sql", "create table users (id int primary key, name text);")
                .with("V2__add_email.sql", "alter table users add email text;");
        run("upgrade");
        project.execute("insert into users select n, 'user ' || n from generate_series(1, 1000) n");
    }

    private Run run(String... arguments) {
        return InstalledServer.on(project.database(), project.folder(), backups, arguments);
    }

    private Path backup(String... more) {
        run(Stream.concat(Stream.of("backup"), Arrays.stream(more)).toArray(String[]::new));
        return InstalledServer.only(backups);
    }

    private Run into(TestDatabase empty, String... arguments) {
        return InstalledServer.run(empty, backups, arguments);
    }

    @Test
    void fillsAnEmptyDatabaseAndComparesItWithTheBackup() {
        Path backup = backup();
        TestDatabase empty = InstalledServer.server().createDatabase();
        String other = project.database().name();
        assertThat(into(empty, "restore", backup.toString(), "--no-owner")
                        .text()
                        .replace(other, "source"))
                .isEqualTo("""
                exit 0
                restored FOLDER/source-at-2-WHEN into app on localhost:PORT in TIME
                  at 2, as of MOMENT
                  fingerprint, history, and the rows of 2 tables (1002 rows) are as the backup says
                """);
        assertThat(empty.query("select count(*), max(name) from users")).containsExactly("1000|user 999");
        assertThat(InstalledServer.on(empty, project.folder(), backups, "upgrade")
                        .out())
                .isEqualTo("nothing to do: app on localhost:PORT is at 2\n");
    }

    @Test
    void comparesABackupOfFormat1ByTheFingerprintOfThatTime() throws IOException {
        Path backup = backup();
        Path description = backup.resolve("backup.json");
        String json = Files.readString(description);
        Files.writeString(
                description,
                json.replace("\"format\": 2", "\"format\": 1")
                        .replaceFirst("(\"fingerprint\": )\"[0-9a-f]{64}\"", "$1\"" + ORDERED_FINGERPRINT + "\""));
        TestDatabase empty = InstalledServer.server().createDatabase();
        assertThat(into(empty, "restore", backup.toString(), "--no-owner").text())
                .startsWith("exit 0\n")
                .contains("fingerprint, history, and the rows of 2 tables (1002 rows) are as the backup says");
    }

    /// One types it because `backup` and `upgrade` take it.
    @Test
    void takesLocationsAndReadsNoScripts() {
        Path backup = backup();
        TestDatabase empty = InstalledServer.server().createDatabase();
        assertThat(into(empty, "restore", backup.toString(), "--no-owner", "--locations", "no-such-folder,other")
                        .exitCode())
                .isZero();
    }

    @Test
    void refusesADatabaseThatIsNotEmpty() {
        Path backup = backup();
        project.execute("delete from users");
        String name = project.database().name();
        assertThat(run("restore", backup.toString()).text().replace(name + "_restored", "app_restored"))
                .isEqualTo("""
                exit 3
                --- stderr
                error: app on localhost:PORT is not empty, and a backup is restored into an empty database
                  found: public.flyway_schema_history, public.users
                  state: nothing was changed
                  help:  restore beside it with --into app_restored, look at that, and rename both databases
                """);
        assertThat(project.query("select count(*) from users")).containsExactly("0");
    }

    @Test
    void makesADatabaseBesideTheOneThatIsThere() {
        Path backup = backup();
        String name = project.database().name() + "_restored";
        assertThat(run("restore", backup.toString(), "--into", name).exitCode()).isEqualTo(4);
        InstalledServer.server()
                .execute("alter role %s createdb".formatted(project.database().owner()));
        assertThat(run("restore", backup.toString(), "--into", name).text()).isEqualTo("""
                exit 0
                restored FOLDER/app-at-2-WHEN into NAME on localhost:PORT in TIME
                  at 2, as of MOMENT
                  fingerprint, history, and the rows of 2 tables (1002 rows) are as the backup says
                """.replace("NAME", name));
        assertThat(run("restore", backup.toString(), "--into", name).text()).isEqualTo("""
                exit 3
                --- stderr
                error: database "NAME" already exists
                  state: nothing was changed
                  help:  give --into a name that no database has, or drop that one
                """.replace("NAME", name));
    }

    @Test
    void whatFailsIsRolledBackAsAWhole() {
        Path backup = backup();
        TestDatabase empty = InstalledServer.server().createDatabase();
        assertThat(into(empty, "restore", backup.toString())
                        .text()
                        .replace(project.database().name(), "source"))
                .isEqualTo("""
                exit 8
                --- stderr
                error: pg_restore failed: could not execute query: ERROR:  must be member of role "source"
                  Command was: ALTER TABLE public.flyway_schema_history OWNER TO source;
                  state: nothing was changed: the database is still empty
                  help:  run as a superuser on a server that has the roles, or leave owners and privileges out with --no-owner
                """);
        assertThat(empty.query("select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                .containsExactly("0");
    }

    @Test
    void isTriedOnAScratchDatabaseOfANewerServer() {
        project.execute("alter table users enable row level security;"
                + " create policy own on users using (name = current_user)");
        Path backup = backup();
        Map<String, String> environment = new HashMap<>(InstalledServer.environment(project.database(), backups));
        environment.put("SLIPWAY_SCRATCH_URL", PostgresServer.shared().superuserUrl());
        assertThat(InstalledServer.run(
                                environment, project.database(), backups, "restore", backup.toString(), "--drill")
                        .text())
                .isEqualTo("""
                exit 0
                restored FOLDER/app-at-2-WHEN into a scratch database in TIME
                  at 2, as of MOMENT
                  fingerprint, history, and the rows of 2 tables (1002 rows) are as the backup says
                  nothing of it is left
                """);
    }

    @Test
    void takesADirectoryWithSeveralSessions() {
        Path backup = backup("--dump-format", "directory");
        TestDatabase empty = InstalledServer.server().createDatabase();
        assertThat(into(empty, "restore", backup.toString(), "--no-owner", "--jobs", "3")
                        .exitCode())
                .isZero();
        assertThat(empty.query("select count(*) from users")).containsExactly("1000");
    }

    @Test
    void tellsWhatDiffersFromTheBackup() throws IOException {
        Path backup = backup();
        Path json = backup.resolve("backup.json");
        Files.writeString(json, Files.readString(json).replace("\"public.users\": 1000", "\"public.users\": 1001"));
        assertThat(run("restore", backup.toString(), "--drill").text()).isEqualTo("""
                exit 1
                restored FOLDER/app-at-2-WHEN into a scratch database in TIME
                  at 2, as of MOMENT
                  differs: public.users: 1000 rows, and the backup says 1001 rows
                  nothing of it is left
                """);
    }

    @Test
    void refusesOneThatWasDamaged() throws IOException {
        Path backup = backup();
        Files.writeString(backup.resolve("dump"), "x", StandardOpenOption.APPEND);
        assertThat(run("restore", backup.toString(), "--drill").text().replaceAll("\\d+ bytes, written \\d+", "BYTES"))
                .isEqualTo("""
                exit 3
                --- stderr
                error: backup "FOLDER/app-at-2-WHEN" is incomplete or damaged
                  dump has another checksum than when it was written (BYTES)
                  state: nothing was changed
                  help:  name the folder of a backup that `slipway backup` wrote, or copy it again from its source
                """);
        Files.delete(backup.resolve("dump"));
        assertThat(run("restore", backup.toString(), "--drill").err()).contains("  dump is missing\n");
        Files.writeString(backup.resolve("backup.json"), "{\"format\": 1}");
        assertThat(run("restore", backup.toString(), "--drill").err())
                .contains("  backup.json is not what was written\n");
    }
}
