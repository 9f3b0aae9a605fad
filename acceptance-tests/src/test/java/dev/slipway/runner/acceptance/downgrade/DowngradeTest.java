package dev.slipway.runner.acceptance.downgrade;

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

/// `downgrade`: rehearsed, confirmed, and true in the history.
final class DowngradeTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void scripts(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__phone.sql", "alter table users add phone text;")
                .with("U2__phone.sql", "alter table users drop phone;")
                .with("V3__orders.sql", "-- compat: contract\ncreate table orders (id int);")
                .with("U3__orders.sql", "do $$ begin execute 'drop table orders'; end $$;");
        run("upgrade");
    }

    @Test
    void takesTheLastRevisionBack() {
        assertThat(run("downgrade", "--yes").text()).isEqualTo("""
            exit 0
            losing table public.orders with 0 rows
            took back U3  orders  TIME
            took back 1 revision in TIME: app on localhost:PORT is at 2
            """);
        assertThat(database.query("select to_regclass('orders') is null")).containsExactly("t");
        assertThat(rows())
                .containsExactly(
                        "1 1 SQL V1__users.sql t",
                        "2 2 SQL V2__phone.sql t",
                        "3 3 SQL V3__orders.sql t",
                        "4 3 DELETE U3__orders.sql t");
        assertThat(run("current").out()).isEqualTo("app on localhost:PORT is at 2 (1 pending)\n");
    }

    @Test
    void historyTellsTheTruthAfterDownAndUpAgain() {
        run("downgrade", "-2", "--yes");
        run("upgrade");
        StockFlyway.on(database, scripts.path()).validate();
        assertThat(StockFlyway.on(database, scripts.path()).migrate().migrationsExecuted)
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
        run("downgrade", "base", "--yes");
        assertThat(StockFlyway.on(database, scripts.path()).migrate().migrationsExecuted)
                .isEqualTo(3);
        assertThat(run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
    }

    @Test
    void aContractRevisionThatWasTakenBackBindsNoService() {
        assertThat(contract()).containsExactly("slipway contract: 3");
        run("downgrade", "-1", "--yes");
        assertThat(contract()).containsExactly("");
        run("upgrade");
        assertThat(contract()).containsExactly("slipway contract: 3");
    }

    @Test
    void reportsWhatWasTakenBackAsJson() {
        assertThat(run("downgrade", "2", "--yes", "--format", "json").text()).isEqualTo("""
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
        scripts.with("R__phones.sql", "create or replace view phones as select phone from users;")
                .with("U2__phone.sql", "alter table users drop phone cascade;");
        run("upgrade");
        assertThat(run("downgrade", "1", "--yes").exitCode()).isZero();
        assertThat(run("upgrade").out()).isEqualTo("""
            applied 2  phone  TIME
            applied 3  orders  TIME
            applied R  phones  TIME
            applied 3 scripts in TIME: app on localhost:PORT is at 3
            """);
        assertThat(database.query("select count(*) from phones")).containsExactly("0");
        StockFlyway.on(database, scripts.path()).validate();
    }

    @Test
    void aHalfTakenBackRevisionStopsUpgradesUntilItIsTakenBack() {
        scripts.with("V4__indexes.sql", "create index i on users (id); create index j on users (id);")
                .with("U4__indexes.sql", "drop index concurrently i;\ndrop index concurrently k;");
        run("upgrade");
        assertThat(run("downgrade", "--yes", "--no-rehearsal").text()).isEqualTo("""
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
        assertThat(run("upgrade").text()).isEqualTo("""
            exit 7
            --- stderr
            error: the history does not match the scripts
              revision 4 was taken back only in part (U4__indexes.sql)
              state: nothing was changed
              help:  run `downgrade` with the same target again: it goes on from there
            """);
        scripts.with("U4__indexes.sql", "drop index concurrently i;\ndrop index concurrently j;");
        assertThat(run("downgrade", "--yes").text()).isEqualTo("""
            exit 0
            U4 was begun before: going on after statement 1 of 2
            took back U4  indexes  TIME
            took back 1 revision in TIME: app on localhost:PORT is at 3
            """);
        assertThat(run("upgrade").out()).contains("is at 4\n");
    }

    @Test
    void takesBackARevisionThatWasAppliedInPart() {
        scripts.with(
                        "V4__indexes.sql",
                        "create index concurrently i on users (id);\ncreate index concurrently i on users (id);")
                .with("U4__indexes.sql", "drop index if exists i;");
        assertThat(run("upgrade").exitCode()).isEqualTo(6);
        assertThat(run("downgrade", "--yes").out()).endsWith("""
            took back U4  indexes  TIME
            took back 1 revision in TIME: app on localhost:PORT is at 3
            """);
        scripts.without("V4__indexes.sql").without("U4__indexes.sql");
        assertThat(run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3\n");
        StockFlyway.on(database, scripts.path()).validate();
    }

    @Test
    void takesAllBranchesBackInTheOrderTheyAllow() {
        scripts.with("V4__a.sql", "-- revises: 2\ncreate table a ();")
                .with("U4__a.sql", "drop table a;")
                .with("V5__merge.sql", "-- revises: 3, 4\n")
                .with("U5__merge.sql", "-- nothing\n");
        run("upgrade");
        assertThat(run("downgrade", "-1", "--yes").out()).endsWith("""
            took back U5  merge  TIME
            took back 1 revision in TIME: app on localhost:PORT is at 3, 4
            """);
        assertThat(run("downgrade", "4", "--yes").out()).isEqualTo("nothing to do: app on localhost:PORT is at 3, 4\n");
        assertThat(run("downgrade", "1", "--yes").out()).endsWith("""
            took back U4  a  TIME
            took back U3  orders  TIME
            took back U2  phone  TIME
            took back 3 revisions in TIME: app on localhost:PORT is at 1
            """);
    }

    private Iterable<String> rows() {
        return database.query("select concat_ws(' ', installed_rank, version, type, script, success)"
                + " from flyway_schema_history order by installed_rank");
    }

    private Iterable<String> contract() {
        return database.query("select obj_description('flyway_schema_history'::regclass)");
    }

    private Run run(String... arguments) {
        return Run.on(database, scripts.path(), arguments);
    }
}
