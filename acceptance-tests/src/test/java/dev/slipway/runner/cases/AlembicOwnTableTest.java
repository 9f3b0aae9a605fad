package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A revision of Alembic that changes the table of Alembic itself: `alembic-widens-its-own-table`.
final class AlembicOwnTableTest {
    private static final String ALTER = "ALTER TABLE alembic_version ALTER COLUMN version_num TYPE VARCHAR(255);";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void copyProject() {
        Case.copied("alembic-widens-its-own-table", project.folder());
    }

    private Path scripts() {
        return project.folder().resolve("sql");
    }

    private Run imports() {
        Run run = Run.with(
                Map.of(),
                "import-alembic",
                project.folder().resolve("migrations").toString(),
                "--locations",
                scripts().toString());
        return new Run(run.exitCode(), run.out().replace(scripts().toString(), "FOLDER"), run.err());
    }

    private String script(String name) throws IOException {
        return Files.readString(scripts().resolve(name));
    }

    private void replace(String file, String before, String after) throws IOException {
        String text = Files.readString(project.folder().resolve("migrations/" + file));
        assertThat(text).contains(before);
        project.with("migrations/" + file, text.replace(before, after));
    }

    @Test
    void whatAlembicKeepsForItselfIsLeftOut() throws IOException {
        assertThat(imports().text()).isEqualTo("""
            exit 0
            wrote V1__audio_decodes.sql  20240510_audio_decodes
            wrote U1__audio_decodes.sql  20240510_audio_decodes
            wrote V2__make_room_for_longer_revision_ids.sql  20240717_expand_alembic_version
            wrote U2__make_room_for_longer_revision_ids.sql  20240717_expand_alembic_version
            wrote V3__expand_decoded_audio_segments.sql  20240718_expand_decoded_audio_segments
            wrote U3__expand_decoded_audio_segments.sql  20240718_expand_decoded_audio_segments
            note: V2__make_room_for_longer_revision_ids.sql leaves out what 20240717_expand_alembic_version does \
            to the table of Alembic
            note: U2__make_room_for_longer_revision_ids.sql leaves out what 20240717_expand_alembic_version does \
            to the table of Alembic
            made 6 scripts in FOLDER
            next: `prove --from heads`, then `adopt` (or `stamp --from-alembic`) in a database that Alembic made, or `upgrade` in an empty one
            """);
        assertThat(script("V2__make_room_for_longer_revision_ids.sql")).isEqualTo("""
            -- revises: 1
            -- alembic: 20240717_expand_alembic_version

            -- this revision changes the table of Alembic and nothing else, but a script needs a statement
            select 1;
            """);
        assertThat(script("U2__make_room_for_longer_revision_ids.sql")).doesNotContain("ALTER");
    }

    @Test
    void anEmptyDatabaseNeedsNoTableOfAlembic() {
        imports();
        assertThat(Run.on(project.database(), scripts(), "upgrade").exitCode()).isZero();
        assertThat(project.query("select to_regclass('alembic_version') is null"))
                .containsExactly("t");
        assertThat(Run.on(project.database(), scripts(), "downgrade", "base", "--yes")
                        .exitCode())
                .isZero();
    }

    @Test
    void aLongIdIsFoundWhereAlembicLeftIt() throws IOException {
        imports();
        project.execute(Files.readString(project.folder().resolve("database.sql")));
        assertThat(Run.on(project.database(), scripts(), "stamp", "--from-alembic")
                        .exitCode())
                .isZero();
        assertThat(project.query("select version from flyway_schema_history where version is not null order by 1"))
                .containsExactly("1", "2", "3");
        assertThat(Run.on(project.database(), scripts(), "upgrade").out()).startsWith("nothing to do");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table alembic_version alter column version_num type varchar(255);",
                "ALTER TABLE \"alembic_version\" ALTER COLUMN version_num TYPE VARCHAR(255);",
                "ALTER TABLE public.alembic_version ALTER COLUMN version_num TYPE VARCHAR(255);",
                "ALTER TABLE \"public\".\"alembic_version\"\n    ALTER COLUMN version_num TYPE text;",
                "ALTER TABLE IF EXISTS ONLY alembic_version ADD COLUMN applied timestamptz DEFAULT now();",
                "COMMENT ON TABLE alembic_version IS 'it''s; ours';",
                "COMMENT ON COLUMN alembic_version.version_num IS 'id';",
                "insert into alembic_version (version_num) values ('x');",
                "UPDATE alembic_version SET version_num='20240717' WHERE alembic_version.version_num = '2024';",
                "delete from alembic_version\nwhere version_num like '2%';",
                "GRANT SELECT ON alembic_version TO PUBLIC;",
                "CREATE INDEX ON alembic_version (version_num);",
                "LOCK TABLE alembic_version IN SHARE MODE;"
            })
    void whateverIsDoneToItIsLeftOut(String statement) throws IOException {
        replace("upgrade.sql", ALTER, statement);
        assertThat(imports().out()).contains("note: V2__make_room_for_longer_revision_ids.sql leaves out");
        assertThat(script("V2__make_room_for_longer_revision_ids.sql"))
                .endsWith("nothing else, but a script needs a statement\nselect 1;\n");
    }

    @Test
    void theRestOfTheRevisionStays() throws IOException {
        replace("upgrade.sql", ALTER, "CREATE TABLE alembic_version_notes (id INTEGER);\n\n" + ALTER);
        imports();
        assertThat(script("V2__make_room_for_longer_revision_ids.sql")).isEqualTo("""
            -- revises: 1
            -- alembic: 20240717_expand_alembic_version

            CREATE TABLE alembic_version_notes (id INTEGER);
            """);
    }

    @Test
    void whatCannotBeLeftOutIsTold() throws IOException {
        replace(
                "upgrade.sql",
                ALTER,
                "DO $$ BEGIN ALTER TABLE alembic_version ALTER COLUMN version_num TYPE text; END $$;");
        assertThat(imports().out()).contains("""
            note: V2__make_room_for_longer_revision_ids.sql names the table of Alembic, which a database that \
            Alembic never saw does not have
            """);
    }
}
