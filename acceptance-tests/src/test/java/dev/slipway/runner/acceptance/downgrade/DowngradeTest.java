package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.StockFlyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `downgrade`: rehearsed, confirmed, and true in the history.
final class DowngradeTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__phone.sql", "alter table users add phone text;")
                .with("U2__phone.sql", "alter table users drop phone;")
                .with("V3__orders.sql", "-- compat: contract\ncreate table orders (id int);")
                .with("U3__orders.sql", "do $$ begin execute 'drop table orders'; end $$;");
        project.run("upgrade");
    }

    @Test
    void takesTheLastRevisionBack() {
        assertThat(project.run("downgrade", "--yes").text()).isEqualTo("""
            exit 0
            losing table public.orders with 0 rows
            took back U3  orders  TIME
            took back 1 revision in TIME: app on localhost:PORT is at 2
            """);
        assertThat(project.query("select to_regclass('orders') is null")).containsExactly("t");
        assertThat(rows())
                .containsExactly(
                        "1 1 SQL V1__users.sql t",
                        "2 2 SQL V2__phone.sql t",
                        "3 3 SQL V3__orders.sql t",
                        "4 3 DELETE U3__orders.sql t");
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 2 (1 pending)\n");
    }

    @Test
    void historyTellsTheTruthAfterDownAndUpAgain() {
        project.run("downgrade", "-2", "--yes");
        project.run("upgrade");
        StockFlyway.on(project.database(), project.folder()).validate();
        assertThat(StockFlyway.on(project.database(), project.folder()).migrate().migrationsExecuted)
                .isZero();
        assertThat(rows())
                .containsExactly(
                        "1 1 SQL V1__users.sql t",
                        "2 2 SQL V2__phone.sql t",
                        "3 3 SQL V3__orders.sql t",
                        "4 3 DELETE U3__orders.sql t",
                        "5 2 DELETE U2__phone.sql t",
                        "6 2 SQL V2__phone.sql t",
                        "7 3 SQL V3__orders.sql t");
    }

    @Test
    void stockFlywayAppliesAgainWhatWasTakenBack() {
        project.run("downgrade", "base", "--yes");
        assertThat(StockFlyway.on(project.database(), project.folder()).migrate().migrationsExecuted)
                .isEqualTo(3);
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
    }

    @Test
    void aContractRevisionThatWasTakenBackBindsNoService() {
        assertThat(contract()).containsExactly("slipway contract: 3");
        project.run("downgrade", "-1", "--yes");
        assertThat(contract()).containsExactly("");
        project.run("upgrade");
        assertThat(contract()).containsExactly("slipway contract: 3");
    }

    @Test
    void reportsWhatWasTakenBackAsJson() {
        assertThat(project.run("downgrade", "2", "--yes", "--format", "json").text())
                .isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "database": "app on localhost:PORT",
                "from": [
                  "3"
                ],
                "to": [
                  "2"
                ],
                "takenBack": [
                  {
                    "label": "U3",
                    "description": "orders",
                    "script": "U3__orders.sql",
                    "milliseconds": 0
                  }
                ],
                "notRestored": [],
                "lost": [
                  {
                    "kind": "table",
                    "table": "public.orders",
                    "rows": {
                      "number": 0,
                      "estimated": false
                    }
                  }
                ],
                "milliseconds": 0,
                "proof": {
                  "notCompared": "not verified: no manifest.json",
                  "reworded": [],
                  "drift": [],
                  "results": []
                }
              }
            }
            --- stderr
            losing table public.orders with 0 rows
            took back U3  orders  TIME
            """);
    }

    @Test
    void makesRepeatableScriptsPendingAgain() {
        project.with("R__phones.sql", "create or replace view phones as select phone from users;")
                .with("U2__phone.sql", "alter table users drop phone cascade;");
        project.run("upgrade");
        assertThat(project.run("downgrade", "1", "--yes").exitCode()).isZero();
        assertThat(project.run("upgrade").out()).isEqualTo("""
            applied 2  phone  TIME
            applied 3  orders  TIME
            applied R  phones  TIME
            applied 3 scripts in TIME: app on localhost:PORT is at 3
            """);
        assertThat(project.query("select count(*) from phones")).containsExactly("0");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void aHalfTakenBackRevisionStopsUpgradesUntilItIsTakenBack() {
        project.with("V4__indexes.sql", "create index i on users (id); create index j on users (id);")
                .with("U4__indexes.sql", "drop index concurrently i;\ndrop index concurrently k;");
        project.run("upgrade");
        assertThat(project.run("downgrade", "--yes", "--no-rehearsal").text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "U4__indexes.sql" failed at line 2, column 1: index "k" does not exist
               --> FOLDER/U4__indexes.sql:2:1
              2 | drop index concurrently k;
                | ^
              sqlstate: 42704
              state: this run took nothing back; of U4, which runs without a transaction, 1 of 2 statements stayed applied
              help:  correct the statement that failed, leave those before it as they are, and run `downgrade` again: it goes on from there
            """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 7
            --- stderr
            error: the history does not match the scripts
              revision 4 was taken back only in part (U4__indexes.sql)
              state: nothing was changed
              help:  run `downgrade` with the same target again: it goes on from there
            """);
        project.with("U4__indexes.sql", "drop index concurrently i;\ndrop index concurrently j;");
        assertThat(project.run("downgrade", "--yes").text()).isEqualTo("""
            exit 0
            U4 was begun before: going on after statement 1 of 2
            took back U4  indexes  TIME
            took back 1 revision in TIME: app on localhost:PORT is at 3
            """);
        assertThat(project.run("upgrade").out()).contains("is at 4\n");
    }

    @Test
    void takesBackARevisionThatWasAppliedInPart() {
        project.with(
                        "V4__indexes.sql",
                        "create index concurrently i on users (id);\ncreate index concurrently i on users (id);")
                .with("U4__indexes.sql", "drop index if exists i;");
        assertThat(project.run("upgrade").exitCode()).isEqualTo(6);
        assertThat(project.run("downgrade", "--yes").out()).endsWith("""
            took back U4  indexes  TIME
            took back 1 revision in TIME: app on localhost:PORT is at 3
            """);
        project.without("V4__indexes.sql").without("U4__indexes.sql");
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void takesAllBranchesBackInTheOrderTheyAllow() {
        project.with("V4__a.sql", "-- revises: 2\ncreate table a ();")
                .with("U4__a.sql", "drop table a;")
                .with("V5__merge.sql", "-- revises: 3, 4\n")
                .with("U5__merge.sql", "-- nothing\n");
        project.run("upgrade");
        assertThat(project.run("downgrade", "-1", "--yes").out()).endsWith("""
            took back U5  merge  TIME
            took back 1 revision in TIME: app on localhost:PORT is at 3, 4
            """);
        assertThat(project.run("downgrade", "4", "--yes").out())
                .isEqualTo("nothing to do: app on localhost:PORT is at 3, 4\n");
        assertThat(project.run("downgrade", "1", "--yes").out()).endsWith("""
            took back U4  a  TIME
            took back U3  orders  TIME
            took back U2  phone  TIME
            took back 3 revisions in TIME: app on localhost:PORT is at 1
            """);
    }

    private Iterable<String> rows() {
        return project.query("select concat_ws(' ', installed_rank, version, type, script, success)"
                + " from flyway_schema_history order by installed_rank");
    }

    private Iterable<String> contract() {
        return project.query("select obj_description('flyway_schema_history'::regclass)");
    }
}
