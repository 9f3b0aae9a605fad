package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports what Alembic once wrote, without Alembic.
final class ImportAlembicTest {
    private AlembicProject project = new AlembicProject(Path.of("."));
    private Path scripts = Path.of(".");

    @BeforeEach
    void copyProject(@TempDir Path folder) {
        project = AlembicProject.copiedTo(folder);
        scripts = folder.resolve("scripts");
    }

    @Test
    void writesPairsOfScriptsAndSaysSo() {
        assertThat(run().text()).isEqualTo("""
                exit 0
                wrote V1__create_account_table.sql  27c6a30d7c24
                wrote U1__create_account_table.sql  27c6a30d7c24
                wrote V2__add_last_login.sql  5d1e2b8a9f03
                wrote U2__add_last_login.sql  5d1e2b8a9f03
                wrote V3__reports.sql  a4b5c6d7e8f9
                wrote U3__reports.sql  a4b5c6d7e8f9
                wrote V4__index_last_login_without_holding_up_writers.sql  9c0d44e1b2a7
                wrote U4__index_last_login_without_holding_up_writers.sql  9c0d44e1b2a7
                wrote V5__create_invoices_the_first_of_billing.sql  8f3a71c0de55
                wrote U5__create_invoices_the_first_of_billing.sql  8f3a71c0de55
                wrote V6__merge_billing_reports_and_the_rest.sql  b7e4f00d1234
                wrote U6__merge_billing_reports_and_the_rest.sql  b7e4f00d1234
                wrote V7__the_first_accounts_a_data_migration.sql  c1a2b3c4d5e6
                wrote U7__the_first_accounts_a_data_migration.sql  c1a2b3c4d5e6
                wrote V8__a_revision_that_changes_nothing.sql  d0e1f2a3b4c5
                wrote U8__a_revision_that_changes_nothing.sql  d0e1f2a3b4c5
                made 16 scripts in FOLDER
                next: `stamp --from-alembic` in a database that Alembic made, or `upgrade` in an empty one
                """);
    }

    @Test
    void scriptsHoldTheSqlUnchanged() {
        run();
        assertThat(script("V1__create_account_table.sql")).isEqualTo("""
                -- revises: base
                -- alembic: 27c6a30d7c24

                CREATE TABLE account (
                    id SERIAL NOT NULL,\s
                    username VARCHAR(64) NOT NULL,\s
                    balance NUMERIC(12, 2) DEFAULT '0' NOT NULL,\s
                    PRIMARY KEY (id),\s
                    UNIQUE (username)
                );
                """);
        assertThat(script("V3__reports.sql")).startsWith("""
                -- revises: 2
                -- alembic: a4b5c6d7e8f9
                -- branch-label: reports

                CREATE FUNCTION active_accounts() RETURNS bigint LANGUAGE plpgsql AS $$
                """);
        assertThat(script("V4__index_last_login_without_holding_up_writers.sql"))
                .isEqualTo("""
                -- revises: 2
                -- alembic: 9c0d44e1b2a7
                -- transaction: off

                CREATE INDEX CONCURRENTLY ix_account_last_login ON account (last_login);

                COMMENT ON INDEX ix_account_last_login IS 'who was here';
                """);
        assertThat(script("U4__index_last_login_without_holding_up_writers.sql"))
                .isEqualTo("""
                -- alembic: 9c0d44e1b2a7
                -- transaction: off

                DROP INDEX CONCURRENTLY ix_account_last_login;
                """);
        assertThat(script("V6__merge_billing_reports_and_the_rest.sql")).isEqualTo("""
                -- revises: 3, 4, 5
                -- alembic: b7e4f00d1234
                """);
        assertThat(script("V8__a_revision_that_changes_nothing.sql")).isEqualTo("""
                -- revises: 7
                -- alembic: d0e1f2a3b4c5

                -- this revision of Alembic changes nothing, but a script needs a statement
                select 1;
                """);
    }

    @Test
    void reportsAsJson() {
        oneRevision("pass", "op.drop_table('a')");
        assertThat(run("--format", "json").text()).isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "folder": "FOLDER",
                    "scripts": [
                      {
                        "file": "V1__one.sql",
                        "alembic": "a"
                      },
                      {
                        "file": "U1__one.sql",
                        "alembic": "a"
                      }
                    ],
                    "notes": [
                      "V1__one.sql has no branch label: \\"x, y\\" cannot be one"
                    ],
                    "stamped": null
                  }
                }
                """);
    }

    @Test
    void takesTheFolderAboveAndFilesElsewhere() throws IOException {
        Path elsewhere = project.folder().resolve("up.sql");
        Files.move(project.file("upgrade.sql"), elsewhere);
        Run run = Run.with(
                Map.of(),
                "import-alembic",
                project.folder().toString(),
                "--locations",
                "filesystem:" + scripts,
                "--upgrade-sql",
                elsewhere.toString());
        assertThat(run.out()).contains("made 16 scripts in ");
    }

    @Test
    void noteSaysWhatCannotBeTakenBack() {
        oneRevision("op.execute('select 2')", "raise NotImplementedError()");
        assertThat(run().text()).isEqualTo("""
                exit 0
                wrote V1__one.sql  a
                note: V1__one.sql has no branch label: "x, y" cannot be one
                note: V1__one.sql has no undo script: downgrade() of a raises an error
                made 1 script in FOLDER
                next: `stamp --from-alembic` in a database that Alembic made, or `upgrade` in an empty one
                """);
        assertThat(scripts).isDirectoryNotContaining("glob:**/U1*");
    }

    @Test
    void noteSaysWhatAnUndoScriptLeaves() {
        oneRevision("op.execute('select 2')", "pass");
        assertThat(run().text()).isEqualTo("""
                exit 0
                wrote V1__one.sql  a
                wrote U1__one.sql  a
                note: V1__one.sql has no branch label: "x, y" cannot be one
                note: U1__one.sql takes nothing back: downgrade() of a does nothing
                made 2 scripts in FOLDER
                next: `stamp --from-alembic` in a database that Alembic made, or `upgrade` in an empty one
                """);
        assertThat(script("U1__one.sql")).isEqualTo("""
                -- alembic: a

                -- downgrade() of this revision does nothing: what upgrade() made stays
                select 1;
                """);
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
                  PROJECT/migrations/versions/9c0d44e1b2a7_index_last_login.py: PROJECT/migrations/downgrade.sql has nothing of revision 9c0d44e1b2a7; write the file again, from base to heads and back
                  PROJECT/migrations/versions/d0e1f2a3b4c5_nothing.py: upgrade() has code, but it left nothing in PROJECT/migrations/upgrade.sql; write below line 84 there in SQL what it does
                  PROJECT/migrations/versions/e0e0_new.py: PROJECT/migrations/upgrade.sql has nothing of revision e0e0; write the file again, from base to heads and back
                  PROJECT/migrations/versions/e0e0_new.py: PROJECT/migrations/downgrade.sql has nothing of revision e0e0; write the file again, from base to heads and back
                  PROJECT/migrations/downgrade.sql:29: no file in versions has revision ffff; put its file there, or write both files again
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
                  PROJECT/migrations/downgrade.sql: it holds no revision; write it with `alembic downgrade heads:base --sql`
                  state: nothing was written
                  help:  correct what is named above and run the command again
                """);
    }

    @Test
    void doubledPercentSignsAreRefused() {
        project.with("env.py", "")
                .with("upgrade.sql", project.read("upgrade.sql").replace("%", "%%"));
        assertThat(run().text()).isEqualTo("""
                exit 3
                --- stderr
                error: the revisions of Alembic cannot be imported: there is a fault
                  PROJECT/migrations/upgrade.sql:24: the percent signs are doubled; give context.configure in env.py dialect_opts={"paramstyle": "named"}, and write the file again
                  state: nothing was written
                  help:  correct what is named above and run the command again
                """);
    }

    @Test
    void scriptsAreNeverOverwritten() throws IOException {
        run();
        Files.delete(scripts.resolve("V1__create_account_table.sql"));
        List<String> before = files();
        assertThat(run().err()).startsWith("error: 15 scripts exist already\n  FOLDER/U1__create_account_table.sql\n");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatDoesNotFitToOtherScriptsIsTakenAwayAgain() {
        new ScriptFolder(scripts).with("V2__other.sql", "select 1;");
        assertThat(run().text()).isEqualTo("""
                exit 3
                --- stderr
                error: a script has a fault
                  FOLDER/V2__other.sql: "2" is taken already by FOLDER/V2__add_last_login.sql; give one of the two another version or description
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
        assertThat(files()).containsExactly("V2__other.sql");
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
                  help:  name another folder with --locations, or move the file and name it with --upgrade-sql and --downgrade-sql
                """);
        assertThat(Run.with(Map.of(), "import-alembic", project.migrations().toString())
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

    @Test
    void databaseThatAlembicDidNotMakeIsRefusedBeforeAnythingIsWritten() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        assertThat(on(database, "import-alembic", project.migrations().toString())
                        .text())
                .isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT has no table alembic_version
                  state: nothing was changed
                  help:  if Alembic keeps it in another schema, set currentSchema in DATABASE_URL; if Alembic never ran there, run `upgrade` on the empty database, or record where it is with `stamp VERSION`
                """);
        database.execute("create table alembic_version (version_num varchar(32) not null)");
        assertThat(on(database, "import-alembic", project.migrations().toString())
                        .text())
                .isEqualTo("""
                exit 3
                --- stderr
                error: the table alembic_version of database app on localhost:PORT is empty
                  state: nothing was changed
                  help:  for Alembic nothing was applied there: drop the table, and run `upgrade` if there is no other; else record where the database is with `stamp VERSION`
                """);
        database.execute("insert into alembic_version values ('cafe')");
        assertThat(on(database, "import-alembic", project.migrations().toString())
                        .text())
                .isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT is at cafe of Alembic, but no script says `-- alembic: cafe`
                  state: nothing was changed
                  help:  the scripts were made from other revisions than those of this database: use the files of the version that was deployed there, and run `import-alembic` again
                """);
        assertThat(scripts).doesNotExist();

        assertThat(on(database, "import-alembic", project.migrations().toString(), "--no-stamp")
                        .exitCode())
                .isZero();
        assertThat(database.query("select to_regclass('flyway_schema_history')"))
                .containsExactly("");
    }

    @Test
    void databaseWhoseHistoryContradictsItLeavesNothingWritten() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        run();
        on(database, "stamp", "8");
        database.execute("create table alembic_version (version_num varchar(32) not null)");
        database.execute("insert into alembic_version values ('27c6a30d7c24')");
        scripts = project.folder().resolve("others");
        assertThat(on(database, "import-alembic", project.migrations().toString())
                        .text())
                .isEqualTo("""
                exit 3
                --- stderr
                error: the history of database app on localhost:PORT contradicts it: 2, 3, 4, 5, 6, 7, 8 are recorded as applied
                  state: nothing was changed
                  help:  if the database does not have them, forget them with --purge; to take them back, use `downgrade`; else stamp a revision that builds on 8
                """);
        assertThat(scripts).doesNotExist();
    }

    @Test
    void stampingNeedsScriptsMadeOfAlembic() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        new ScriptFolder(scripts).with("V1__one.sql", "select 1;");
        database.execute("create table alembic_version (version_num varchar(32) not null)");
        database.execute("insert into alembic_version values ('cafe')");
        assertThat(on(database, "stamp", "--from-alembic").text()).isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT is at cafe of Alembic, but no script says `-- alembic: cafe`
                  state: nothing was changed
                  help:  make scripts from the revisions of Alembic with `import-alembic`, or record where the database is with `stamp VERSION`
                """);
        assertThat(on(database, "stamp", "--from-alembic", "--format", "json").text())
                .isEqualTo("""
                exit 3
                {
                  "exitCode": 3,
                  "error": {
                    "kind": "alembic-revisions-unknown",
                    "message": "database app on localhost:PORT is at cafe of Alembic, but no script says `-- alembic: cafe`",
                    "details": [],
                    "state": "nothing was changed",
                    "help": "make scripts from the revisions of Alembic with `import-alembic`, or record where the database is with `stamp VERSION`",
                    "data": {
                      "database": "app on localhost:PORT",
                      "revisions": [
                        "cafe"
                      ],
                      "imported": 0
                    }
                  }
                }
                """);
        new ScriptFolder(scripts)
                .with("V1__one.sql", "-- alembic: cafe\nselect 1;")
                .with("V2__two.sql", "-- alembic: cafe\nselect 1;");
        assertThat(on(database, "stamp", "--from-alembic").text()).isEqualTo("""
                exit 3
                --- stderr
                error: a script has a fault
                  FOLDER/V2__two.sql: the revision cafe of Alembic is taken already by FOLDER/V1__one.sql; take the line out of one of the two
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
        assertThat(on(database, "stamp", "1", "--from-alembic").text()).isEqualTo("""
                exit 2
                --- stderr
                error: TARGET and --from-alembic exclude each other
                  state: nothing was changed
                  help:  leave one of the two out
                """);
    }

    private void oneRevision(String upgrade, String downgrade) {
        try (Stream<Path> files = Files.list(project.file("versions"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String sql = upgrade.equals("pass") ? "" : "select 2;\n\n";
        String back = downgrade.equals("pass") || downgrade.startsWith("raise") ? "" : "drop table a;\n\n";
        project.with("versions/a_one.py", """
                        "one"
                        revision = "a"
                        branch_labels = ("x", "y")
                        def upgrade():
                            %s
                        def downgrade():
                            %s
                        """.formatted(upgrade, downgrade))
                .with("upgrade.sql", "BEGIN;\n\n-- Running upgrade  -> a\n\n" + sql + "COMMIT;\n")
                .with("downgrade.sql", "BEGIN;\n\n-- Running downgrade a -> \n\n" + back + "COMMIT;\n");
    }

    private Run run(String... options) {
        return masked(Run.with(
                Map.of(),
                Stream.concat(
                                Stream.of(
                                        "import-alembic",
                                        project.migrations().toString(),
                                        "--locations",
                                        scripts.toString()),
                                Arrays.stream(options))
                        .toArray(String[]::new)));
    }

    private Run on(TestDatabase database, String... arguments) {
        return masked(Run.on(database, scripts, arguments));
    }

    private Run masked(Run run) {
        return new Run(run.exitCode(), masked(run.out()), masked(run.err()));
    }

    private String masked(String text) {
        return text.replace(scripts.toString(), "FOLDER")
                .replace(project.folder().toString(), "PROJECT");
    }

    private String script(String name) {
        try {
            return Files.readString(scripts.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(scripts)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
