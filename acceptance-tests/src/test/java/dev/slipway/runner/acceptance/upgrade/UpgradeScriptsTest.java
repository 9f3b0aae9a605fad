package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an upgrade makes of the texts of scripts.
final class UpgradeScriptsTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void twoScripts(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__create_users.sql", "create table users (id int primary key, name text);")
                .with("V2__add_email.sql", "alter table users add email text;");
    }

    @Test
    void refusesToGuessWhereTheScriptsAre() {
        assertThat(Run.with(Map.of("DATABASE_URL", database.url()), "upgrade").text())
                .isEqualTo("""
            exit 3
            --- stderr
            error: there is no folder "migrations" here
              state: nothing was changed
              help:  name the folder of the scripts with --locations; in a container, mount it at /migrations
            """);
        assertThat(database.query("select from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void saysThatNothingIsVerifiedOnlyIfAsked() {
        assertThat(Run.on(database, scripts.path(), "upgrade", "--verbose").text())
                .isEqualTo("""
            exit 0
            applied 1  create users  TIME
            applied 2  add email  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 2
            not verified: no manifest.json
            """);
    }

    @Test
    void fillsInPlaceholders() {
        scripts.with(
                        "V3__placeholders.sql",
                        "create table ${table} as select '${flyway:database}' as db, '${city}' as city;")
                .with("R__city.sql", "comment on table ${table} is '${CITY}';");
        Run run = Run.with(
                Map.of("DATABASE_URL", database.url(), "SLIPWAY_PLACEHOLDER_CITY", "Oslo"),
                "--locations",
                scripts.path().toString(),
                "--placeholder",
                "table=places");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(database.query("select db, city, obj_description('places'::regclass) from places"))
                .containsExactly(database.name() + "|Oslo|Oslo");
    }

    @Test
    void readsSeveralLocations(@TempDir Path more) {
        new ScriptFolder(more).with("V3__add_phone.sql", "alter table users add phone text;");
        Run run = Run.with(
                Map.of("DATABASE_URL", database.url(), "SLIPWAY_LOCATIONS", scripts.path() + ",filesystem:" + more));
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(history()).hasSize(3);
    }

    @Test
    void copiesDataFromTheScript() {
        scripts.with("V3__data.sql", """
                copy users (id, name) from stdin;
                1\tada; $$
                2\t\\N
                \\.
                insert into users values (3, 'eve');
                """);
        Run run = upgrade();
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(database.query("select id, name from users order by id"))
                .containsExactly("1|ada; $$", "2|", "3|eve");
    }

    private Run upgrade(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "upgrade";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Run.on(database, scripts.path(), all);
    }

    private java.util.List<String> history() {
        return database.query(
                "select installed_rank, version, description, type, script, success from flyway_schema_history order by 1");
    }
}
