package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What an upgrade makes of the texts of scripts.
final class UpgradeScriptsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        project.with("V1__create_users.sql", "create table users (id int primary key, name text);")
                .with("V2__add_email.sql", "alter table users add email text;");
    }

    @Test
    void refusesToGuessWhereTheScriptsAre() {
        assertThat(Run.with(Map.of("DATABASE_URL", project.database().url()), "upgrade")
                        .text())
                .isEqualTo("""
            exit 3
            --- stderr
            error: there is no folder "migrations" here
              state: nothing was changed
              help:  name the folder of the scripts with --locations; in a container, mount it at /migrations or copy it there in an image of your own
            """);
        assertThat(project.query("select from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void saysThatNothingIsVerifiedOnlyIfAsked() {
        assertThat(project.run("upgrade", "--verbose").text()).isEqualTo("""
            exit 0
            applied 1  create users  TIME
            applied 2  add email  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 2
            not verified: no manifest.json
            """);
    }

    @Test
    void fillsInPlaceholders() {
        project.with(
                        "V3__placeholders.sql",
                        "create table ${table} as select '${flyway:database}' as db, '${city}' as city;")
                .with("R__city.sql", "comment on table ${table} is '${CITY}';");
        Run run = Run.with(
                Map.of("DATABASE_URL", project.database().url(), "SLIPWAY_PLACEHOLDER_CITY", "Oslo"),
                "--locations",
                project.folder().toString(),
                "--placeholder",
                "table=places");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select db, city, obj_description('places'::regclass) from places"))
                .containsExactly(project.database().name() + "|Oslo|Oslo");
    }

    @Test
    void readsSeveralLocations(@TempDir Path more) {
        new ScriptFolder(more).with("V3__add_phone.sql", "alter table users add phone text;");
        Run run = Run.with(Map.of(
                "DATABASE_URL",
                project.database().url(),
                "SLIPWAY_LOCATIONS",
                project.folder() + ",filesystem:" + more));
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(history()).hasSize(3);
    }

    @Test
    void copiesDataFromTheScript() {
        project.with("V3__data.sql", """
                copy users (id, name) from stdin;
                1\tada; $$
                2\t\\N
                \\.
                insert into users values (3, 'eve');
                """);
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select id, name from users order by id")).containsExactly("1|ada; $$", "2|", "3|eve");
    }

    private java.util.List<String> history() {
        return project.query(
                "select installed_rank, version, description, type, script, success from flyway_schema_history order by 1");
    }
}
