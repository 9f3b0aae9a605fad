package dev.slipway.runner.acceptance.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.StockFlyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StampTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void threeScripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__drop_name.sql", "-- compat: contract\nalter table users drop name;")
                .with("V3__email.sql", "alter table users add email text;");
        project.execute("create table users (id int)");
    }

    @Test
    void recordsWithoutRunningAndLetsTheNextUpgradeGoOn() {
        assertThat(project.run("stamp", "2").text()).isEqualTo("""
            exit 0
            recording 1  users (not run)
            recording 2  drop name (not run)
            recorded 1, 2 without running: app on localhost:PORT is at 2
            """);
        assertThat(project.query("select obj_description('flyway_schema_history'::regclass)"))
                .containsExactly("slipway contract: 2");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            applied 3  email  TIME
            applied 1 script in TIME: app on localhost:PORT is at 3
            """);
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void recordsUpToHead() {
        assertThat(project.run("stamp", "head").out())
                .endsWith("recorded 1, 2, 3 without running: app on localhost:PORT is at 3\n");
        assertThat(project.run("stamp", "head").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
    }

    @Test
    void refusesAHistoryThatContradictsIt() {
        project.run("stamp", "3");
        assertThat(project.run("stamp", "1").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the history of database app on localhost:PORT contradicts it: 2, 3 are recorded as applied
              state: nothing was changed
              help:  if the database does not have them, forget them with --purge; to take them back, use `downgrade`; else stamp a revision that builds on 3
            """);
        project.with("V2__drop_name.sql", "alter table users drop names;");
        assertThat(project.run("stamp", "3").exitCode()).isEqualTo(7);
        assertThat(project.run("upgrade").exitCode()).isEqualTo(7);
    }

    @Test
    void purgeForgetsWhatContradictsItAndFlywayStillAcceptsTheHistory() {
        project.run("stamp", "3");
        assertThat(project.run("stamp", "1", "--purge").text()).isEqualTo("""
            exit 0
            forgetting 2  drop name
            forgetting 3  email
            forgot 2, 3: app on localhost:PORT is at 1
            """);
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 1 (2 pending)\n");
        assertThat(project.query("select obj_description('flyway_schema_history'::regclass)"))
                .containsExactly("");
        project.run("stamp", "2");
        StockFlyway.on(project.database(), project.folder()).migrate();
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void purgeIsAWayOutOfAHistoryThatTheScriptsDoNotKnow() {
        project.run("stamp", "3");
        project.without("V3__email.sql").with("V2__drop_name.sql", "select 'other';");
        assertThat(project.run("upgrade").exitCode()).isEqualTo(7);
        assertThat(project.run("stamp", "head", "--purge").text()).isEqualTo("""
            exit 0
            forgetting 2  drop name
            forgetting 3  email
            recording 2  drop name (not run)
            forgot 2, 3, recorded 2 without running: app on localhost:PORT is at 2
            """);
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 2\n");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void baseForgetsEverything() {
        project.run("stamp", "2");
        assertThat(project.run("stamp", "base", "--purge").out())
                .endsWith("forgot 1, 2: app on localhost:PORT is before the first revision\n");
        assertThat(project.run("current").out())
                .isEqualTo("app on localhost:PORT is before the first revision (3 pending)\n");
    }

    @Test
    void reportsAsJson() {
        assertThat(project.run("stamp", "1", "--format", "json").text()).isEqualTo("""
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
        assertThat(project.run("stamp", "+1").text()).isEqualTo("""
            exit 2
            --- stderr
            error: a stamp needs a revision, and 1 is a number of steps
              state: nothing was changed
              help:  use head, base or a version
            """);
    }

    @Test
    void needsATarget() {
        assertThat(project.run("stamp").text()).isEqualTo("""
            exit 2
            --- stderr
            error: missing required parameter: "TARGET"
              state: nothing was changed
              help:  see `slipway stamp --help`
            """);
    }
}
