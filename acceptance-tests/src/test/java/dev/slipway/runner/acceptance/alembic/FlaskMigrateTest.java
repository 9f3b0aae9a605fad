package dev.slipway.runner.acceptance.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Flask-Migrate 4.0.4 wrote: its `env.py` lets Alembic double all percent signs.
final class FlaskMigrateTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private AlembicProject project = new AlembicProject(Path.of("."));
    private Path scripts = Path.of(".");

    @BeforeEach
    void copyProject(@TempDir Path folder) {
        project = AlembicProject.copiedTo(folder, "flask-migrate");
        scripts = folder.resolve("sql");
    }

    @Test
    void percentSignsAreThoseOfTheRevisions() {
        assertThat(imports().exitCode()).isZero();
        assertThat(Run.on(database, scripts, "upgrade").exitCode()).isZero();
        assertThat(database.query("select labelled(product) from product")).containsExactly("100% wool: 20%");
        assertThat(database.query(
                        "select pg_get_constraintdef(oid) from pg_constraint where conname = 'discount_in_percent'"))
                .containsExactly("CHECK (((discount)::text ~~ '%\\%'::text))");
        assertThat(database.query("select col_description('product'::regclass, 3)"))
                .containsExactly("for example 15%");

        assertThat(Run.on(database, scripts, "downgrade", "1", "--yes").exitCode())
                .isZero();
        assertThat(database.query("select count(*) from product")).containsExactly("0");
    }

    @Test
    void commandsAreThoseOfFlaskMigrate() throws IOException {
        Files.delete(project.file("upgrade.sql"));
        Files.delete(project.file("downgrade.sql"));
        assertThat(imports().text()).isEqualTo("""
                exit 3
                --- stderr
                error: the revisions of Alembic cannot be imported: there are 2 faults
                  PROJECT/migrations/upgrade.sql: there is no such file; write it with `flask db upgrade base:heads --sql > PROJECT/migrations/upgrade.sql`
                  PROJECT/migrations/downgrade.sql: there is no such file; write it with `flask db downgrade heads:base --sql > PROJECT/migrations/downgrade.sql`
                  state: nothing was written
                  help:  correct what is named above and run the command again
                """);
    }

    private Run imports() {
        Run run = Run.with(Map.of(), "import-alembic", project.folder().toString(), "--locations", scripts.toString());
        String folder = project.folder().toString();
        return new Run(
                run.exitCode(), run.out().replace(folder, "PROJECT"), run.err().replace(folder, "PROJECT"));
    }
}
