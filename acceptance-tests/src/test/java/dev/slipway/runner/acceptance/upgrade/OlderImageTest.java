package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts of an older image on a database that those of a newer one have brought further.
final class OlderImageTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();

    private ScriptFolder older = new ScriptFolder(Path.of("."));
    private ScriptFolder newer = new ScriptFolder(Path.of("."));

    @BeforeEach
    void twoImages(@TempDir Path first, @TempDir Path second) {
        older = beginning(new ScriptFolder(first));
        newer = beginning(new ScriptFolder(second));
        older.with("R__names.sql", "create or replace view names as select name from users;");
        newer.with("R__names.sql", "create or replace view names as select name, email from users;")
                .with("V3__add_email.sql", "alter table users add email text;")
                .with("V4__add_phone.sql", "alter table users add phone text;");
    }

    private static ScriptFolder beginning(ScriptFolder folder) {
        return folder.with("V1__create_users.sql", "create table users (id int primary key, name text);")
                .with("V2__add_city.sql", "alter table users add city text;");
    }

    @Test
    void hasNothingToDoWhereNewerScriptsOnlyExpandedTheSchema() {
        assertThat(upgrade(newer).exitCode()).isZero();
        assertThat(upgrade(older).text()).isEqualTo("""
                exit 0
                nothing to do: app on localhost:PORT is ahead of these scripts by revisions 3, 4
                """);
        assertThat(upgrade(older, "1").text()).isEqualTo("""
                exit 0
                nothing to do: app on localhost:PORT is ahead of these scripts by revisions 3, 4
                """);
        assertThat(upgrade(older, "--format", "json").out()).isEqualTo("""
                {
                  "exitCode": 0,
                  "result": {
                    "database": "app on localhost:PORT",
                    "from": [
                      "2",
                      "3",
                      "4"
                    ],
                    "to": [
                      "2",
                      "3",
                      "4"
                    ],
                    "ahead": [
                      "3",
                      "4"
                    ],
                    "applied": [],
                    "again": [],
                    "milliseconds": 0,
                    "proof": {
                      "notCompared": null,
                      "reworded": [],
                      "drift": [],
                      "results": []
                    }
                  }
                }
                """);
    }

    @Test
    void leavesRepeatableScriptsAsTheNewerOnesHaveThem() {
        upgrade(newer);
        upgrade(older);
        assertThat(database.query("select column_name from information_schema.columns where table_name = 'names'"))
                .containsExactly("name", "email");
        assertThat(upgrade(newer).text()).isEqualTo("""
                exit 0
                nothing to do: app on localhost:PORT is at 4
                """);
    }

    @Test
    void isRefusedWhereARevisionTookSomethingAway() {
        newer.with("V5__drop_city.sql", "-- compat: contract\nalter table users drop city;")
                .with("V6__add_street.sql", "alter table users add street text;");
        upgrade(newer);
        assertThat(upgrade(older).text()).isEqualTo("""
                exit 7
                --- stderr
                error: the history does not match the scripts
                  revision 3 (V3__add_email.sql) is applied, but there is no such script
                  revision 4 (V4__add_phone.sql) is applied, but there is no such script
                  revision 5 (V5__drop_city.sql) is applied, but there is no such script, and older services cannot run on it (compat: contract)
                  revision 6 (V6__add_street.sql) is applied, but there is no such script
                  state: nothing was changed
                  help:  the scripts, or the image that holds them, are likely older than the database: run the newer image, or take the database back with it (`downgrade`), or forget the revision with `stamp --purge`
                """);
    }

    @Test
    void runsAgainOnceTheRevisionThatTookSomethingAwayIsTakenBack() {
        newer.with("V5__drop_city.sql", "-- compat: contract\nalter table users drop city;")
                .with("U5__drop_city.sql", "alter table users add city text;");
        upgrade(newer);
        Run.on(database, newer.path(), "downgrade", "4", "--yes");
        assertThat(upgrade(older).exitCode()).isZero();
    }

    @Test
    void isRefusedWhereItLacksSomethingAsWell() {
        upgrade(newer);
        older.with("V2.1__own.sql", "select 1;");
        assertThat(upgrade(older).exitCode()).isEqualTo(7);
    }

    @Test
    void takesNothingBackForTheNewerScripts() {
        upgrade(newer);
        assertThat(Run.on(database, older.path(), "downgrade", "1", "--yes").exitCode())
                .isEqualTo(7);
    }

    @Test
    void otherCommandsAgree() {
        upgrade(newer);
        assertThat(run("current").text()).isEqualTo("""
                exit 0
                app on localhost:PORT is ahead of these scripts by revisions 3, 4
                """);
        assertThat(run("current", "--check-heads").exitCode()).isZero();
        assertThat(run("check").text()).isEqualTo("""
                exit 0
                no problems: 2 revisions, 1 head; app on localhost:PORT is ahead of these scripts by revisions 3, 4
                """);
        assertThat(run("history").out().replaceAll(" {3,}", "  ")).isEqualTo("""
                app on localhost:PORT

                REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
                1  create users  applied  MOMENT  app  TIME
                2  add city  applied  MOMENT  app  TIME
                3  add email  newer  MOMENT  app  TIME
                4  add phone  newer  MOMENT  app  TIME
                R  names  applied  MOMENT  app  TIME
                """);
        assertThat(run("plan", "--format", "json").out()).contains("\"steps\": []");
    }

    @Test
    void aVersionIsTheSameWithZerosBehindIt() {
        upgrade(newer);
        newer.without("V2__add_city.sql")
                .with("V2.0__add_city.sql", "alter table users add city text;")
                .with("U02.0.0__add_city.sql", "alter table users drop city;")
                .with("V5.0__drop_phone.sql", "-- revises: 4.0\n-- compat: contract\nalter table users drop phone;");
        assertThat(upgrade(newer, "5").text()).isEqualTo("""
                exit 0
                applied 5.0  drop phone  TIME
                applied 1 script in TIME: app on localhost:PORT is at 5.0
                """);
        newer.without("V5.0__drop_phone.sql")
                .with("V5__drop_phone.sql", "-- revises: 4.0\n-- compat: contract\nalter table users drop phone;");
        assertThat(Run.on(database, newer.path(), "check").exitCode()).isZero();
        newer.without("V5__drop_phone.sql");
        assertThat(upgrade(newer).exitCode()).isEqualTo(7);
    }

    private Run upgrade(ScriptFolder scripts, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "upgrade";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Run.on(database, scripts.path(), all);
    }

    private Run run(String... arguments) {
        return Run.on(database, older.path(), arguments);
    }
}
