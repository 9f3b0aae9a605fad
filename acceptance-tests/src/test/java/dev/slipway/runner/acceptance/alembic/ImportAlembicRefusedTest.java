package dev.slipway.runner.acceptance.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is refused because of a file or folder; then nothing is written.
final class ImportAlembicRefusedTest {
    private AlembicProject project = new AlembicProject(Path.of("."));
    private Path scripts = Path.of(".");

    @BeforeEach
    void copyProject(@TempDir Path folder) {
        project = AlembicProject.copiedTo(folder);
        scripts = folder.resolve("scripts");
    }

    @Test
    void allFaultsAreReportedAtOnceAndNothingIsWritten() {
        project.with("versions/e0e0_new.py", "revision = 'e0e0'\ndown_revision = 'd0e1f2a3b4c5'\n")
                .with("versions/8f3a71c0de55_billing.py", "revision = '8f3a71c0de55'\ndown_revision = '5d1e2b8a9f03'\n")
                .with("versions/a4b5c6d7e8f9_reports.py", "revision = 'a4b5c6d7e8f9'\ndepends_on = 'nobody'\n")
                .with(
                        "versions/d0e1f2a3b4c5_nothing.py",
                        "revision = 'd0e1f2a3b4c5'\ndown_revision = 'c1a2b3c4d5e6'\ndef upgrade():\n  print(1)\n")
                .with(
                        "downgrade.sql",
                        project.read("downgrade.sql").replace("9c0d44e1b2a7 -> 5d1e2b8a9f03", "ffff -> "));
        assertThat(run().text()).isEqualTo("""
                exit 3
                --- stderr
                error: the revisions of Alembic cannot be imported: there are 7 faults
                  PROJECT/migrations/upgrade.sql:51: revision 8f3a71c0de55 comes from 27c6a30d7c24, but PROJECT/migrations/versions/8f3a71c0de55_billing.py names 5d1e2b8a9f03; write both files again from the same revisions
                  PROJECT/migrations/versions/9c0d44e1b2a7_index_last_login.py: PROJECT/migrations/downgrade.sql has nothing of revision 9c0d44e1b2a7; write the file again with `alembic downgrade heads:base --sql > PROJECT/migrations/downgrade.sql`
                  PROJECT/migrations/versions/d0e1f2a3b4c5_nothing.py: upgrade() has code, but it left nothing in PROJECT/migrations/upgrade.sql; write below line 84 there in SQL what it does, or select 1; if it does nothing
                  PROJECT/migrations/versions/e0e0_new.py: PROJECT/migrations/upgrade.sql has nothing of revision e0e0; write the file again with `alembic upgrade base:heads --sql > PROJECT/migrations/upgrade.sql`
                  PROJECT/migrations/versions/e0e0_new.py: PROJECT/migrations/downgrade.sql has nothing of revision e0e0; write the file again with `alembic downgrade heads:base --sql > PROJECT/migrations/downgrade.sql`
                  PROJECT/migrations/downgrade.sql:29: no file in versions has revision ffff; put its file there, name its folder with --version-locations, or write both files again
                  PROJECT/migrations/versions/a4b5c6d7e8f9_reports.py: revision a4b5c6d7e8f9 depends on nobody, which does not come before it; name the id of a revision, and write both files of SQL again
                  state: nothing was written
                  help:  correct what is named above and run the command again
                """);
        assertThat(scripts).doesNotExist();
    }

    @Test
    void missingFilesAreNamedWithTheCommandsThatWriteThem() throws IOException {
        Files.delete(project.file("upgrade.sql"));
        project.with("downgrade.sql", "");
        assertThat(run().text()).isEqualTo("""
                exit 3
                --- stderr
                error: the revisions of Alembic cannot be imported: there are 2 faults
                  PROJECT/migrations/upgrade.sql: there is no such file; write it with `alembic upgrade base:heads --sql > PROJECT/migrations/upgrade.sql`
                  PROJECT/migrations/downgrade.sql: it holds no revision; write it with `alembic downgrade heads:base --sql > PROJECT/migrations/downgrade.sql`
                  state: nothing was written
                  help:  correct what is named above and run the command again
                """);
    }

    @Test
    void percentSignsThatMayBeDoubledAreRefused() {
        String sql = project.read("upgrade.sql");
        project.with("env.py", "").with("upgrade.sql", sql.replace("%", "%%") + "-- by hand: 5 % 2\n");
        assertThat(run().text()).isEqualTo("""
                exit 3
                --- stderr
                error: the revisions of Alembic cannot be imported: there is a fault
                  PROJECT/migrations/upgrade.sql:90: this percent sign is single, and others are double; give context.configure in env.py dialect_opts={"paramstyle": "named"} and write the file again, or double those that somebody added
                  state: nothing was written
                  help:  correct what is named above and run the command again
                """);
    }

    @Test
    void scriptsAreNeverOverwritten() throws IOException {
        run();
        Files.delete(scripts.resolve("V1__create_account_table.sql"));
        List<String> before = files();
        assertThat(run().err()).startsWith("""
                error: the scripts have 3 faults
                  FOLDER/U1__create_account_table.sql: there is no script of version 1 that it could undo;\
                """);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void scriptsThatAreNotFromAlembicMayBeTheSameRevisions() {
        new ScriptFolder(scripts).with("V2__other.sql", "select 1;");
        assertThat(run().text()).isEqualTo("""
                exit 3
                --- stderr
                error: a script exists already
                  FOLDER/V2__other.sql
                  state: nothing was written
                  help:  delete them if they are of no use, or name another folder with --locations
                """);
        assertThat(files()).containsExactly("V2__other.sql");
    }

    @Test
    void whatDoesNotFitToOtherScriptsIsTakenAwayAgain() {
        new ScriptFolder(scripts).with("V7__other.sql", "-- alembic: 0a0a\n-- branch-label: reports\nselect 1;");
        assertThat(run().text()).isEqualTo("""
                exit 3
                --- stderr
                error: a script has a fault
                  FOLDER/V10__reports.sql:3: branch label "reports" is taken already by FOLDER/V7__other.sql; give the branch another name
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
        assertThat(files()).containsExactly("V7__other.sql");
    }

    @Test
    void folderOfTheScriptsMustBeAnother() {
        assertThat(masked(Run.with(
                                Map.of(),
                                "import-alembic",
                                project.migrations().toString(),
                                "--locations",
                                project.migrations().toString()))
                        .text())
                .isEqualTo("""
                exit 2
                --- stderr
                error: "PROJECT/migrations/upgrade.sql" lies where the scripts are to be, but is none
                  state: nothing was changed
                  help:  name another folder with --locations, for example --locations sql, or move the file and name it with --upgrade-sql and --downgrade-sql
                """);
        assertThat(Run.with(
                                Map.of("SLIPWAY_LOCATIONS", "classpath:db/migration"),
                                "import-alembic",
                                project.migrations().toString())
                        .text())
                .isEqualTo("""
                exit 2
                --- stderr
                error: no script can be written to classpath:db/migration
                  state: nothing was changed
                  help:  name the folder of the scripts: --locations migrations
                """);
    }

    @Test
    void folderMustBeThatOfAlembic() {
        assertThat(masked(Run.with(
                                Map.of(),
                                "import-alembic",
                                project.file("versions").toString(),
                                "--locations",
                                "migrations"))
                        .text())
                .isEqualTo("""
                exit 2
                --- stderr
                error: "PROJECT/migrations/versions" has no folder versions
                  state: nothing was changed
                  help:  name the folder that holds env.py and versions
                """);
    }

    private Run run(String... options) {
        return new AlembicImport(project, scripts).run(options);
    }

    private Run masked(Run run) {
        return new AlembicImport(project, scripts).masked(run);
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(scripts)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
