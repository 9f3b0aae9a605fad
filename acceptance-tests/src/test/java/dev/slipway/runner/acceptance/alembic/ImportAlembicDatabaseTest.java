package dev.slipway.runner.acceptance.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.AtTerminal;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a database that is named, and what is refused because of it.
final class ImportAlembicDatabaseTest {
    private AlembicProject project = new AlembicProject(Path.of("."));
    private Path scripts = Path.of(".");

    @BeforeEach
    void copyProject(@TempDir Path folder) {
        project = AlembicProject.copiedTo(folder);
        scripts = folder.resolve("scripts");
    }

    @Test
    void databaseThatAlembicDidNotMakeIsRefusedBeforeAnythingIsWritten() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        assertThat(on(database, "import-alembic", project.migrations().toString(), "--stamp")
                        .text())
                .isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT has no table alembic_version
                  state: nothing was changed
                  help:  if Alembic keeps it in another schema, set currentSchema in DATABASE_URL; if Alembic never ran there, run `upgrade` on the empty database, or record where it is with `stamp VERSION`
                """);
        database.execute("create table alembic_version (version_num varchar(32) not null)");
        assertThat(on(database, "import-alembic", project.migrations().toString(), "--stamp")
                        .text())
                .isEqualTo("""
                exit 3
                --- stderr
                error: the table alembic_version of database app on localhost:PORT is empty
                  state: nothing was changed
                  help:  for Alembic nothing was applied there: drop the table, and run `upgrade` if there is no other; else record where the database is with `stamp VERSION`
                """);
        database.execute("insert into alembic_version values ('cafe')");
        assertThat(on(database, "import-alembic", project.migrations().toString(), "--stamp")
                        .text())
                .isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT is at cafe of Alembic, but no script says `-- alembic: cafe`
                  state: nothing was changed
                  help:  the scripts were made from other revisions than those of this database: use the files of the version that was deployed there, and run `import-alembic` again
                """);
        assertThat(scripts).doesNotExist();
    }

    @Test
    void databaseThatHappensToBeNamedIsLeftAlone() {
        TestDatabase database = alembicLeftAt("27c6a30d7c24");
        assertThat(on(database, "import-alembic", project.migrations().toString())
                        .out())
                .endsWith("""
                        made 16 scripts in FOLDER
                        next: `prove --from heads`, then `adopt` (or `stamp --from-alembic`) in a database that Alembic made, or `upgrade` in an empty one
                        """);
        assertThat(database.query("select to_regclass('flyway_schema_history')"))
                .containsExactly("");

        assertThat(Run.with(
                                Map.of("DATABASE_URL", "postgresql://nobody@localhost:1/nowhere"),
                                "import-alembic",
                                project.migrations().toString(),
                                "--locations",
                                scripts.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void somebodyAtATerminalIsAsked() throws Exception {
        TestDatabase database = alembicLeftAt("5d1e2b8a9f03");
        String migrations = project.migrations().toString();
        String question = "record in app on localhost:PORT where Alembic left it? [y/N] ";
        Run refused = new AtTerminal(database, scripts).run("\n", "import-alembic", migrations);
        assertThat(refused.text())
                .startsWith("exit 0\n" + question)
                .endsWith(
                        "\nnext: `prove --from heads`, then `adopt` (or `stamp --from-alembic`) in a database that Alembic made, or `upgrade` in an empty one\n");
        assertThat(database.query("select to_regclass('flyway_schema_history')"))
                .containsExactly("");

        assertThat(new AtTerminal(database, scripts)
                        .run("y\n", "import-alembic", migrations)
                        .text())
                .isEqualTo("exit 0\n" + question + """
                y
                recording 1  create account table (not run)
                recording 2  add last login (not run)
                nothing to import: 8 revisions of Alembic are in FOLDER
                recorded 1, 2 without running: app on localhost:PORT is at 2
                """);
    }

    @Test
    void databaseWhoseHistoryContradictsItLeavesNothingWritten() {
        TestDatabase database = alembicLeftAt("27c6a30d7c24");
        run();
        on(database, "stamp", "8");
        scripts = project.folder().resolve("others");
        assertThat(on(database, "import-alembic", project.migrations().toString(), "--stamp")
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

    private static TestDatabase alembicLeftAt(String revision) {
        TestDatabase database = PostgresServer.shared().createDatabase();
        database.execute("create table alembic_version (version_num varchar(32) not null)");
        database.execute("insert into alembic_version values ('%s')".formatted(revision));
        return database;
    }

    private Run run(String... options) {
        return new AlembicImport(project, scripts).run(options);
    }

    private Run on(TestDatabase database, String... arguments) {
        return masked(Run.on(database, scripts, arguments));
    }

    private Run masked(Run run) {
        return new AlembicImport(project, scripts).masked(run);
    }
}
