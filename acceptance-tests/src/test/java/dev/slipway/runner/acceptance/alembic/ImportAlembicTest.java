package dev.slipway.runner.acceptance.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports what Alembic once wrote, without Alembic.
public final class ImportAlembicTest {
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
                next: `prove --from heads`, then `adopt` (or `stamp --from-alembic`) in a database that Alembic made, or `upgrade` in an empty one
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
                    "known": 1,
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
                next: `prove --from heads`, then `adopt` (or `stamp --from-alembic`) in a database that Alembic made, or `upgrade` in an empty one
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
                next: `prove --from heads`, then `adopt` (or `stamp --from-alembic`) in a database that Alembic made, or `upgrade` in an empty one
                """);
        assertThat(script("U1__one.sql")).isEqualTo("""
                -- alembic: a

                -- downgrade() of this revision does nothing: what upgrade() made stays
                select 1;
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
        return new AlembicImport(project, scripts).run(options);
    }

    private String script(String name) {
        try {
            return Files.readString(scripts.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
