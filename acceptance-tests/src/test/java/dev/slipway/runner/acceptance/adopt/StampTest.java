package dev.slipway.runner.acceptance.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StampTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void threeScripts(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int);")
                .with("V2__drop_name.sql", "-- compat: contract\nalter table users drop name;")
                .with("V3__email.sql", "alter table users add email text;");
        database.execute("create table users (id int)");
    }

    @Test
    void recordsWithoutRunningAndLetsTheNextUpgradeGoOn() {
        assertThat(run("stamp", "2").text()).isEqualTo("""
            exit 0
            recording 1  users (not run)
            recording 2  drop name (not run)
            recorded 1, 2 without running: app on localhost:PORT is at 2
            """);
        assertThat(database.query("select obj_description('flyway_schema_history'::regclass)"))
                .containsExactly("slipway contract: 2");
        assertThat(run("upgrade").text()).isEqualTo("""
            exit 0
            applied 3  email  TIME
            applied 1 script in TIME: app on localhost:PORT is at 3
            """);
        StockFlyway.on(database, scripts.path()).validate();
    }

    @Test
    void recordsUpToHead() {
        assertThat(run("stamp", "head").out())
                .endsWith("recorded 1, 2, 3 without running: app on localhost:PORT is at 3\n");
        assertThat(run("stamp", "head").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
        assertThat(run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
    }

    @Test
    void refusesAHistoryThatContradictsIt() {
        run("stamp", "3");
        assertThat(run("stamp", "1").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the history of database app on localhost:PORT contradicts it: 2, 3 are recorded as applied
              state: nothing was changed
              help:  if the database does not have them, forget them with --purge; to take them back, use `downgrade`; else stamp a revision that builds on 3
            """);
        scripts.with("V2__drop_name.sql", "alter table users drop names;");
        assertThat(run("stamp", "3").exitCode()).isEqualTo(7);
        assertThat(run("upgrade").exitCode()).isEqualTo(7);
    }

    @Test
    void purgeForgetsWhatContradictsItAndFlywayStillAcceptsTheHistory() {
        run("stamp", "3");
        assertThat(run("stamp", "1", "--purge").text()).isEqualTo("""
            exit 0
            forgetting 2  drop name
            forgetting 3  email
            forgot 2, 3: app on localhost:PORT is at 1
            """);
        assertThat(run("current").out()).isEqualTo("app on localhost:PORT is at 1 (2 pending)\n");
        assertThat(database.query("select obj_description('flyway_schema_history'::regclass)"))
                .containsExactly("");
        run("stamp", "2");
        StockFlyway.on(database, scripts.path()).migrate();
        assertThat(run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void purgeIsAWayOutOfAHistoryThatTheScriptsDoNotKnow() {
        run("stamp", "3");
        scripts.without("V3__email.sql").with("V2__drop_name.sql", "select 'other';");
        assertThat(run("upgrade").exitCode()).isEqualTo(7);
        assertThat(run("stamp", "head", "--purge").text()).isEqualTo("""
            exit 0
            forgetting 2  drop name
            forgetting 3  email
            recording 2  drop name (not run)
            forgot 2, 3, recorded 2 without running: app on localhost:PORT is at 2
            """);
        assertThat(run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 2\n");
        StockFlyway.on(database, scripts.path()).validate();
    }

    @Test
    void baseForgetsEverything() {
        run("stamp", "2");
        assertThat(run("stamp", "base", "--purge").out())
                .endsWith("forgot 1, 2: app on localhost:PORT is before the first revision\n");
        assertThat(run("current").out()).isEqualTo("app on localhost:PORT is before the first revision (3 pending)\n");
    }

    @Test
    void reportsAsJson() {
        assertThat(run("stamp", "1", "--format", "json").text()).isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "database": "app on localhost:PORT",
                "from": [],
                "to": [
                  "1"
                ],
                "recorded": [
                  "1"
                ],
                "forgotten": []
              }
            }
            --- stderr
            recording 1  users (not run)
            """);
    }

    @Test
    void aNumberOfStepsIsNoRevision() {
        assertThat(run("stamp", "+1").text()).isEqualTo("""
            exit 2
            --- stderr
            error: a stamp needs a revision, and 1 is a number of steps
              state: nothing was changed
              help:  use head, base or a version
            """);
    }

    @Test
    void needsATarget() {
        assertThat(run("stamp").text()).isEqualTo("""
            exit 2
            --- stderr
            error: missing required parameter: "TARGET"
              state: nothing was changed
              help:  see `slipway stamp --help`
            """);
    }

    private Run run(String... arguments) {
        return Run.on(database, scripts.path(), arguments);
    }
}
