package dev.slipway.runner.acceptance.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.SchemaText;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the real Alembic makes, and what becomes of it here.
final class AlembicTest {
    private static final String EVERYTHING =
            "select string_agg(id || username || balance, ',' order by id) from account";

    private final TestDatabase theirs = PostgresServer.shared().createDatabase();
    private final TestDatabase ours = PostgresServer.shared().createDatabase();
    private AlembicProject project = new AlembicProject(Path.of("."));
    private Path scripts = Path.of(".");

    @BeforeEach
    void importProject(@TempDir Path folder) {
        AlembicProject.require();
        project = AlembicProject.copiedTo(folder).withSqlOfAlembic(theirs);
        scripts = folder.resolve("scripts");
        Run run = Run.with(
                Map.of(), "import-alembic", project.migrations().toString(), "--locations", scripts.toString());
        assertThat(run.text()).startsWith("exit 0\n");
    }

    @Test
    void scriptsMakeTheSchemaThatAlembicMakes() {
        project.alembic(theirs, "upgrade", "head");
        assertThat(on(ours, "upgrade").text()).startsWith("exit 0\n").endsWith("at 8\n");

        assertThat(SchemaText.of(ours)).hasSizeGreaterThan(15).isEqualTo(SchemaText.of(theirs));
        assertThat(ours.query(EVERYTHING)).containsExactly("1O'Hara10.00,2100%20.00");
        assertThat(theirs.query(EVERYTHING)).isEqualTo(ours.query(EVERYTHING));
        StockFlyway.on(ours, scripts).validate();
    }

    @Test
    void undoScriptsTakeItBackAsAlembicDoes() {
        project.alembic(theirs, "upgrade", "head");
        on(ours, "upgrade");

        project.alembic(theirs, "downgrade", "9c0d44e1b2a7");
        assertThat(on(ours, "downgrade", "4", "--yes").text()).startsWith("exit 0\n");
        assertThat(SchemaText.of(ours)).hasSizeGreaterThan(5).isEqualTo(SchemaText.of(theirs));

        project.alembic(theirs, "downgrade", "base");
        assertThat(on(ours, "downgrade", "base", "--yes").text()).startsWith("exit 0\n");
        assertThat(SchemaText.of(ours)).isEmpty();
        assertThat(SchemaText.of(theirs)).isEmpty();

        assertThat(on(ours, "upgrade").text()).startsWith("exit 0\n").endsWith("at 8\n");
        StockFlyway.on(ours, scripts).validate();
    }

    @Test
    void databaseOfAlembicIsStamped() {
        project.alembic(theirs, "upgrade", "head");
        assertThat(on(theirs, "upgrade").text()).isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT has tables but no history
                  found: account, alembic_version, invoice
                  state: nothing was changed
                  help:  these tables were made by Alembic: make scripts from its revisions with `import-alembic`, let `adopt` find out how far it came (or `stamp --from-alembic`, if nothing is proved), and run `upgrade` again
                """);
        assertThat(on(theirs, "stamp", "--from-alembic").out())
                .endsWith("recorded 1, 2, 3, 4, 5, 6, 7, 8 without running: app on localhost:PORT is at 8\n");
        assertThat(on(theirs, "stamp", "--from-alembic").text())
                .isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 8\n");
        assertThat(on(theirs, "upgrade").text()).isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 8\n");
        StockFlyway.on(theirs, scripts).validate();
    }

    @Test
    void databaseOnOneBranchIsStampedAndUpgradedOn() {
        project.alembic(theirs, "upgrade", "8f3a71c0de55");
        assertThat(on(theirs, "stamp", "--from-alembic").text()).isEqualTo("""
                exit 0
                recording 1  create account table (not run)
                recording 5  create invoices the first of billing (not run)
                recorded 1, 5 without running: app on localhost:PORT is at 5
                """);
        assertThat(on(theirs, "upgrade").text()).startsWith("exit 0\n").endsWith("at 8\n");
        on(ours, "upgrade");
        assertThat(SchemaText.of(theirs)).isEqualTo(SchemaText.of(ours));
        assertThat(theirs.query(EVERYTHING)).isEqualTo(ours.query(EVERYTHING));
    }

    @Test
    void severalHeadsOfAlembicAreAllStamped() {
        project.alembic(theirs, "upgrade", "8f3a71c0de55");
        project.alembic(theirs, "upgrade", "a4b5c6d7e8f9");
        assertThat(theirs.query("select version_num from alembic_version order by 1"))
                .containsExactly("8f3a71c0de55", "a4b5c6d7e8f9");

        assertThat(on(theirs, "stamp", "--from-alembic").out())
                .endsWith("recorded 1, 2, 3, 5 without running: app on localhost:PORT is at 3, 5\n");
        assertThat(on(theirs, "upgrade").text()).startsWith("exit 0\n").endsWith("at 8\n");
        on(ours, "upgrade");
        assertThat(SchemaText.of(theirs)).isEqualTo(SchemaText.of(ours));
    }

    @Test
    void importStampsTheDatabaseIfItIsTold() {
        project.alembic(theirs, "upgrade", "5d1e2b8a9f03");
        scripts = project.folder().resolve("others");
        Run run = on(theirs, "import-alembic", project.migrations().toString(), "--stamp");
        assertThat(run.out()).contains("\nmade 16 scripts in FOLDER\n").endsWith("""

                        recorded 1, 2 without running: app on localhost:PORT is at 2
                        next: `prove --from heads`; what is written from now on is proved in full
                        """);
        assertThat(on(theirs, "current").out()).isEqualTo("app on localhost:PORT is at 2 (6 pending)\n");
    }

    /// Alembic goes on with the database for a while.
    @Test
    void bothToolsAreUsedSideBySide() {
        project.alembic(theirs, "upgrade", "head");
        on(theirs, "stamp", "--from-alembic");
        project.with("versions/e0e0_phone.py", """
                \"""add phone\"""
                from alembic import op

                revision = "e0e0"; down_revision = "d0e1f2a3b4c5"


                def upgrade(): op.execute("alter table account add phone text")


                def downgrade(): op.execute("alter table account drop phone")
                """).withSqlOfAlembic(theirs);
        project.alembic(theirs, "upgrade", "head");

        assertThat(on(theirs, "import-alembic", project.migrations().toString(), "--stamp")
                        .text())
                .isEqualTo("""
                exit 0
                recording 9  add phone (not run)
                wrote V9__add_phone.sql  e0e0
                wrote U9__add_phone.sql  e0e0
                made 2 scripts in FOLDER
                recorded 9 without running: app on localhost:PORT is at 9
                next: `prove --from heads`; what is written from now on is proved in full
                """);
        assertThat(on(theirs, "upgrade").text()).isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 9\n");
        on(ours, "upgrade");
        assertThat(SchemaText.of(theirs)).isEqualTo(SchemaText.of(ours));
        StockFlyway.on(theirs, scripts).validate();
    }

    private Run on(TestDatabase database, String... arguments) {
        return Run.on(database, scripts, arguments);
    }
}
