package dev.slipway.runner.acceptance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@RequiresClient
public final class BackupTest {
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

    @Test
    void isAFolderThatIsNamedByDatabasePositionAndTime() {
        assertThat(run("backup").text()).isEqualTo("""
                exit 0
                backed up app on localhost:PORT to FOLDER/app-at-2-WHEN
                  at 2, 2 tables with 1002 rows, SIZE, in TIME
                """);
        assertThat(InstalledServer.only(backups).getFileName().toString())
                .matches(project.database().name() + "-at-2-\\d{8}T\\d{6}Z");
        assertThat(InstalledServer.only(backups)).isDirectoryNotContaining("glob:**.partial*");
    }

    @Test
    void holdsADumpThatPgRestoreReads() throws Exception {
        run("backup");
        Process list = new ProcessBuilder(
                        InstalledServer.BIN.resolve("pg_restore").toString(),
                        "--list",
                        InstalledServer.only(backups).resolve("dump").toString())
                .start();
        assertThat(new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("TABLE DATA public users");
        assertThat(list.waitFor()).isZero();
    }

    @Test
    void tellsBesideTheDumpWhatIsKnownOfIt() throws IOException {
        run("backup");
        String json = Files.readString(InstalledServer.only(backups).resolve("backup.json"));
        assertThat(json)
                .contains("\"database\": \"%s on localhost:%d\""
                        .formatted(
                                project.database().name(),
                                project.database().server().port()))
                .containsPattern("\"fingerprint\": \"[0-9a-f]{64}\"")
                .contains("\"public.users\": 1000")
                .contains("\"dump\": \"custom\"")
                .containsPattern("\"taken\": \"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z\"")
                .containsPattern("\"sha256\": \"[0-9a-f]{64}\"")
                .doesNotContain("secret");
    }

    @Test
    void isReadByItsOwnerAlone() throws IOException {
        run("backup");
        assertThat(Files.getPosixFilePermissions(InstalledServer.only(backups)))
                .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
    }

    @Test
    void isWrittenBySeveralSessionsAsADirectory() {
        assertThat(run("backup", "--dump-format", "directory", "--jobs", "2").exitCode())
                .isZero();
        assertThat(InstalledServer.only(backups).resolve("dump").resolve("toc.dat"))
                .isRegularFile();
        assertThat(run("backup", "--jobs", "2").text()).isEqualTo("""
                exit 2
                --- stderr
                error: --jobs 2 needs a dump that several sessions can write at once
                  state: nothing was changed
                  help:  add --dump-format directory
                """);
    }

    @Test
    void deletesOlderOnesOfTheSameDatabaseAlone() throws IOException {
        TestDatabase other = InstalledServer.server().createDatabase();
        InstalledServer.on(other, project.folder(), backups, "backup");
        Path mine = Files.createDirectory(backups.resolve(project.database().name() + "-at-1-20200101T000000Z"));
        run("backup");
        run("backup");
        List<Path> before = InstalledServer.in(backups);
        assertThat(run("backup", "--keep-backups", "1").out().lines().filter(line -> line.startsWith("deleted ")))
                .hasSize(2);
        assertThat(before).hasSize(4);
        assertThat(InstalledServer.in(backups)).hasSize(3).contains(mine);
        assertThat(run("backup", "--keep-backups", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void keepsOneInWhichSomebodyPutSomething() throws IOException {
        run("backup");
        Path first = InstalledServer.only(backups);
        Files.writeString(first.resolve("why.txt"), "before the fair");
        assertThat(run("backup", "--keep-backups", "1").out()).doesNotContain("deleted");
        assertThat(first.resolve("dump")).isRegularFile();
    }

    @Test
    void needsAClientOfTheVersionOfTheServerOrNewer(@TempDir Path bin) throws IOException {
        for (String program : List.of("pg_dump", "pg_restore")) {
            Path file =
                    Files.writeString(bin.resolve(program), "#!/bin/sh\necho '" + program + " (PostgreSQL) 13.4'\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        String server = project.query("show server_version").getFirst().replaceAll("\\..*", "");
        assertThat(run("backup", "--pg-bin", bin.toString()).text().replace(bin.toString(), "OLD"))
                .isEqualTo("""
                exit 3
                --- stderr
                error: PostgreSQL's client 13.4 cannot dump a server of version NEW, which needs NEW or newer
                  13.4: OLD
                  state: nothing was changed
                  help:  install PostgreSQL's client of version NEW or newer, and name its folder with --pg-bin unless it is on PATH
                """.replace("NEW", server));
        assertThat(InstalledServer.in(backups)).isEmpty();
    }

    @Test
    void tellsHowToGetAClient() {
        assertThat(run("backup", "--pg-bin", "/nowhere").text().replaceAll("of version \\d+", "of version VERSION"))
                .isEqualTo("""
                exit 3
                --- stderr
                error: there is no pg_dump in "/nowhere"
                  state: nothing was changed
                  help:  install PostgreSQL's client of version VERSION or newer, and name its folder with --pg-bin unless it is on PATH
                """);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThat(run("backup", "--backups", "/nowhere/at/all").text()).isEqualTo("""
                exit 3
                --- stderr
                error: no backup can be written to "/nowhere/at/all": it cannot be made, since its parent does not exist
                  state: nothing was changed
                  help:  mount or make a folder that this user may write to, and name it with --backups
                """);
    }

    @Test
    void refusesWhatTheRoleMayNotReadInFull() {
        project.execute("create table hidden (id int)");
        project.execute("alter table hidden enable row level security; alter table hidden force row level security");
        assertThat(run("backup").text()).isEqualTo("""
                exit 3
                --- stderr
                error: role "app" may not read all rows of 1 table in app on localhost:PORT
                  public.hidden
                  state: no backup was written
                  help:  run as their owner, or grant the role pg_read_all_data, and BYPASSRLS for tables with row security
                """);
        assertThat(InstalledServer.in(backups)).isEmpty();
    }

    @Test
    void saysWhatPgDumpSaysAndLeavesNothing() {
        project.execute("select lo_create(4711)");
        asSuperuser("alter large object 4711 owner to postgres");
        assertThat(run("backup").text())
                .startsWith("exit 8\n--- stderr\nerror: pg_dump failed: ")
                .contains("""
                  state: no backup was written
                  help:  run as a role that may do that, for example the owner of the tables
                """);
        assertThat(InstalledServer.in(backups)).isEmpty();
    }

    private void asSuperuser(String sql) {
        try (Connection connection = InstalledServer.server()
                        .connectAsSuperuser(project.database().name());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
