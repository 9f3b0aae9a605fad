package dev.slipway.runner.acceptance.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project that Alembic goes on with after it was imported.
final class ImportAlembicAgainTest {
    private AlembicProject project = new AlembicProject(Path.of("."));
    private Path scripts = Path.of(".");

    @BeforeEach
    void importProject(@TempDir Path folder) {
        project = AlembicProject.copiedTo(folder);
        scripts = folder.resolve("scripts");
        assertThat(run().exitCode()).isZero();
    }

    @Test
    void addsWhatIsNewAndTouchesNothingElse() throws IOException {
        new ScriptFolder(scripts)
                .with("V9__ours.sql", "alter table account add phone text;")
                .with("U9__ours.sql", "alter table account drop phone;")
                .with("U8__a_revision_that_changes_nothing.sql", "select 'edited';");
        Map<String, String> before = files();
        project.with(
                        "versions/e0e0_new.py",
                        "'New one'; revision = 'e0e0'; down_revision = 'd0e1f2a3b4c5'\ndepends_on = 'reports'\n")
                .with("upgrade.sql", project.read("upgrade.sql") + """
                        BEGIN;

                        -- Running upgrade d0e1f2a3b4c5 -> e0e0

                        select 'up';

                        UPDATE alembic_version SET version_num='e0e0' WHERE alembic_version.version_num = 'd0e1f2a3b4c5';

                        COMMIT;
                        """)
                .with("downgrade.sql", """
                        BEGIN;

                        -- Running downgrade e0e0 -> d0e1f2a3b4c5

                        select 'down';

                        UPDATE alembic_version SET version_num='d0e1f2a3b4c5' WHERE alembic_version.version_num = 'e0e0';

                        COMMIT;
                        """);

        assertThat(run().text()).isEqualTo("""
                exit 0
                wrote V10__new_one.sql  e0e0
                wrote U10__new_one.sql  e0e0
                made 2 scripts in FOLDER
                next: `prove --from heads`, then `adopt` (or `stamp --from-alembic`) in a database that Alembic made, or `upgrade` in an empty one
                """);
        Map<String, String> after = files();
        assertThat(after.remove("V10__new_one.sql")).isEqualTo("""
                -- revises: 8
                -- alembic: e0e0

                select 'up';
                """);
        assertThat(after.remove("U10__new_one.sql")).isEqualTo("""
                -- alembic: e0e0

                select 'down';
                """);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whereNothingIsNewNoSqlIsNeeded() throws IOException {
        Files.delete(project.file("upgrade.sql"));
        Files.delete(project.file("downgrade.sql"));
        assertThat(run().text()).isEqualTo("""
                exit 0
                nothing to import: 8 revisions of Alembic are in FOLDER
                next: `prove --from heads`, then `adopt` (or `stamp --from-alembic`) in a database that Alembic made, or `upgrade` in an empty one
                """);
    }

    @Test
    void onlyWhatIsNewIsMissed() {
        project.with("versions/e0e0_new.py", "revision = 'e0e0'\ndown_revision = 'd0e1f2a3b4c5'\n")
                .with("upgrade.sql", "BEGIN;\n\n-- Running upgrade a4b5c6d7e8f9 -> b7e4f00d1234\n\n");
        assertThat(run().text()).isEqualTo("""
                exit 3
                --- stderr
                error: the revisions of Alembic cannot be imported: there are 2 faults
                  PROJECT/migrations/upgrade.sql:3: revision b7e4f00d1234 is cut off: Alembic stopped in upgrade(), which raises an error, or reads rows of which there are none offline; add the rest with `alembic upgrade b7e4f00d1234:heads --sql >> PROJECT/migrations/upgrade.sql`
                  PROJECT/migrations/versions/e0e0_new.py: PROJECT/migrations/downgrade.sql has nothing of revision e0e0; write the file again with `alembic downgrade heads:base --sql > PROJECT/migrations/downgrade.sql`
                  state: nothing was written
                  help:  correct what is named above and run the command again
                """);
    }

    private Run run() {
        return new AlembicImport(project, scripts).run();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
