package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts that change much data in batches.
final class BatchTest {
    private static final String ROWS = "create table users (id bigint primary key, name text, n int not null default 0,"
            + " email text); insert into users (id, name) select 3 * i, 'user ' || i from generate_series(1, 5000) i;";

    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void aTable(@TempDir Path folder) {
        scripts = new ScriptFolder(folder).with("V1__users.sql", ROWS);
    }

    @Test
    void changesEveryRowOnce() {
        scripts.with("V2__backfill.sql", """
            -- batch: id
            -- each of them
            update users set n = n + 1, email = lower(name) -- as it was
            where name like 'user %' or email is null -- and more
            ;
            """);
        assertThat(upgrade().text()).isEqualTo("""
            exit 0
            applied 1  users  TIME
            2 changed 5000 rows in batches
            applied 2  backfill  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 2
            nothing was compared with what was proved: there is no manifest
            """);
        assertThat(database.query("select n, count(*), count(email) from users group by 1"))
                .containsExactly("1|5000|5000");
        assertThat(history()).containsExactly("1|t", "2|t");
        assertThat(database.query("select version, changed, keys, total, last_key, finished_on is not null, converges"
                        + " from flyway_schema_history_batch"))
                .containsExactly("2|5000|5000|5000|{15000}|t|f");
        StockFlyway.on(database, scripts.path()).validate();
        assertThat(upgrade().out()).isEqualTo("nothing to do: app on localhost:PORT is at 2\n");
    }

    @Test
    void takesRowsInTheOrderOfAnyKey() {
        scripts.with("V2__keys.sql", """
            create table by_text (code text collate "C" primary key, n int not null default 0);
            insert into by_text select chr(33 + i % 90) || '\\''é' || i from generate_series(1, 3000) i;
            create table by_two (tenant varchar(5) collate "und-x-icu", at timestamptz, n int not null default 0,
              primary key (tenant, at));
            insert into by_two select 'T' || i % 7, '2020-01-01'::timestamptz + i * interval '1.5 s', 0
              from generate_series(1, 3000) i;
            create table by_uuid (id uuid primary key, "Weird Key" numeric not null unique, n int not null default 0);
            insert into by_uuid select gen_random_uuid(), i / 7.0, 0 from generate_series(1, 3000) i;
            create table parts (id int, kind "char", n int not null default 0, primary key (id, kind))
              partition by hash (id);
            create table parts_0 partition of parts for values with (modulus 2, remainder 0);
            create table parts_1 partition of parts for values with (modulus 2, remainder 1);
            insert into parts select i, 'k' from generate_series(1, 3000) i;
            create table empty (id int primary key, n int);
            """)
                .with("V3__text.sql", "-- batch: code\nupdate by_text set n = n + 1")
                .with("V4__two.sql", "-- batch: tenant, at\nupdate by_two as b set n = b.n + 1 where b.n is not null")
                .with(
                        "V5__uuid.sql",
                        "-- batch: id time=100ms\nupdate only public.by_uuid b set (n) = row(b.n + 1)"
                                + " from (values (1)) v(x) where v.x = 1 or v.x = 2;")
                .with("V6__weird.sql", "-- batch: \"Weird Key\" pause=1ms lag=0\nupdate by_uuid set n = n + 1")
                .with("V7__parts.sql", "-- batch: id, kind\nupdate parts set n = n + 1 where id > 0")
                .with("V8__empty.sql", "-- batch: id\nupdate empty set n = 1")
                .with("V9__gone.sql", "-- batch: code\ndelete from by_text t using empty_not e where t.n = e.n");
        scripts.with("V2_1__more.sql", "create table empty_not as select 1 as n");
        Run run = upgrade();
        assertThat(run.err()).isEmpty();
        assertThat(database.query("select (select string_agg(distinct n::text, ',') from by_two),"
                        + " (select string_agg(distinct n::text, ',') from by_uuid),"
                        + " (select string_agg(distinct n::text, ',') from parts), (select count(*) from by_text)"))
                .containsExactly("1|2|1|0");
        assertThat(database.query(
                        "select version, changed, keys from flyway_schema_history_batch order by installed_rank"))
                .containsExactly(
                        "3|3000|3000",
                        "4|3000|3000",
                        "5|3000|3000",
                        "6|3000|3000",
                        "7|3000|3000",
                        "8|0|0",
                        "9|3000|3000");
    }

    @Test
    void refusesWhatIsNotOneChangeOfRows() {
        scripts.with("V2__a.sql", "-- batch: id\nwith x as (select 1) update users set n = 1")
                .with("V3__b.sql", "-- batch: id\nupdate users set n = 1;\ndelete from users;")
                .with("V4__c.sql", "-- batch: id\nupdate users\nset id = id + 1")
                .with("V5__d.sql", "-- batch: id\ndelete from users where n = 1\nreturning id")
                .with("V6__e.sql", "-- batch: id speed=3s\ndelete from users")
                .with("V7__f.sql", "-- batch: id now\ndelete from users")
                .with("R__g.sql", "-- batch: id\ndelete from users");
        assertThat(upgrade().text()).isEqualTo("""
            exit 3
            --- stderr
            error: the scripts have 7 faults
              FOLDER/V2__a.sql:2: a script that runs in batches is one UPDATE or DELETE; write it so, without WITH before it, or leave out -- batch:
              FOLDER/V3__b.sql:3: a script that runs in batches is one UPDATE or DELETE, and this one has 2 statements; put each into a script of its own
              FOLDER/V4__c.sql:2: it writes "id", by which rows are taken in order; take them by another key, or leave out -- batch:
              FOLDER/V5__d.sql:3: nobody reads what RETURNING gives; leave it out
              FOLDER/V6__e.sql:1: unknown option "speed" of -- batch:; write -- batch: and the columns of the key, as in -- batch: id, or -- batch: tenant, id time=500ms pause=0 lag=10s
              FOLDER/V7__f.sql:1: "id now" says not how to run in batches; write -- batch: and the columns of the key, as in -- batch: id, or -- batch: tenant, id time=500ms pause=0 lag=10s
              FOLDER/R__g.sql:1: only a versioned script can run in batches; leave out -- batch:
              state: nothing was changed
              help:  correct what is named above and run the command again
            """);
    }

    @Test
    void refusesAKeyByWhichRowsCannotBeTaken() {
        scripts.with("V2__a.sql", "-- batch: name\nupdate users set n = 1");
        assertThat(upgrade().text()).isEqualTo("""
            exit 3
            applied 1  users  TIME
            --- stderr
            error: script "V2__a.sql" cannot run in batches: "name" of users may be null
              state: 1 stayed applied; nothing of this script was done
              help:  name the columns of its primary key, or of another unique key without nulls, behind -- batch:, and run `upgrade` again
            """);
    }

    @Test
    void goesOnAfterWhatFailed() {
        scripts.with(
                "V2__a.sql",
                "-- batch: id\nupdate users\nset n = n + 1, email = 1 / nullif(id, 0)\nwhere 1 / (id - 6000) < 9");
        assertThat(upgrade().text()).isEqualTo("""
            exit 6
            applied 1  users  TIME
            --- stderr
            error: script "V2__a.sql" failed at line 2, column 1: division by zero
               --> FOLDER/V2__a.sql:2:1
              2 | update users
                | ^
              sqlstate: 22012
              state: 1 stayed applied; of 2, which runs in batches, 1500 rows stayed changed
              help:  mend the rows, or correct the script, and run `upgrade` again: it goes on after the last batch
            """);
        assertThat(history()).containsExactly("1|t", "2|f");
        assertThat(run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 1 (1 pending)
              2 did not come to its end: `check` tells how far
              2 (V2__a.sql) is not complete: 30 %, 1500 rows changed; `upgrade` goes on
            """);
        assertThat(run("plan").err()).contains("batches of this script are done already");
        scripts.with("V2__a.sql", "-- batch: id, n\nupdate users set n = n + 1");
        assertThat(upgrade().exitCode()).isEqualTo(3);
        scripts.with("V2__a.sql", "-- batch: id\nupdate users set n = n + 1");
        assertThat(upgrade().text()).isEqualTo("""
            exit 0
            2 was begun before: going on at 30 %, 1500 rows are changed, by the text that it had then
            2 changed 5000 rows in batches
            applied 2  a  TIME
            applied 1 script in TIME: app on localhost:PORT is at 2
            nothing was compared with what was proved: there is no manifest
            """);
        assertThat(database.query("select n, count(*) from users group by 1")).containsExactly("1|5000");
        StockFlyway.on(database, scripts.path()).validate();
    }

    @Test
    void aPlaceInTheConditionIsThatOfTheScript() {
        scripts.with("V2__a.sql", "-- batch: id\nupdate users set n = 2\nwhere nam = 'é'");
        assertThat(upgrade().err()).contains("failed at line 3, column 7: column \"nam\" does not exist");
    }

    @Test
    void aDeploymentGoesOnAndAContractWaitsForTheBatches() {
        scripts.with("V2__backfill.sql", "-- batch: id\nupdate users set email = name where email is null")
                .with("V3__more.sql", "create table more (id int)")
                .with("V4__drop.sql", "-- compat: contract\nalter table users drop name");
        assertThat(upgrade("--background-batches").text()).isEqualTo("""
            exit 3
            applied 1  users  TIME
            2 is left to `batch`, which changes its rows
            applied 2  backfill  TIME
            applied 3  more  TIME
            --- stderr
            error: 4 (compat: contract) is refused: 2 (V2__backfill.sql) is not complete, 0 % with 0 rows changed
              state: 1, 2, 3 stayed applied
              help:  run `batch`, or wait for the one that runs, and then run `upgrade` again
            """);
        assertThat(history()).containsExactly("1|t", "2|t", "3|t");
        StockFlyway.on(database, scripts.path()).info();
        assertThat(run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 3 (1 pending)
              2 (V2__backfill.sql) is not complete: 0 %, 0 rows changed; `batch` goes on
            """);
        assertThat(run("history").out()).endsWith("""

            2 (V2__backfill.sql) is not complete: 0 %, 0 rows changed; `batch` goes on
            """);
        assertThat(run("batch").text()).isEqualTo("""
            exit 0
            2 changed 5000 rows in batches
            complete: 2 in app on localhost:PORT
            """);
        database.execute("insert into users (id, name) values (1, 'late')");
        assertThat(upgrade().text()).isEqualTo("""
            exit 3
            --- stderr
            error: 4 (compat: contract) is refused: there are rows again that 2 (V2__backfill.sql) has to change
              state: this run applied nothing
              help:  end what still writes such rows, run `batch`, which changes them, and then `upgrade` again
            """);
        assertThat(run("batch").text()).isEqualTo("""
            exit 0
            2 changed 5001 rows in batches
            complete: 2 in app on localhost:PORT
            """);
        assertThat(run("batch").out())
                .isEqualTo("nothing to do: app on localhost:PORT has no change of data that is not complete\n");
        assertThat(upgrade().exitCode()).isZero();
        assertThat(run("batch").exitCode()).isZero();
        StockFlyway.on(database, scripts.path()).validate();
    }

    @Test
    void whatIsTakenBackIsForgotten() {
        scripts.with("V2__up.sql", "-- batch: id\nupdate users set n = n + 1")
                .with("U2__up.sql", "update users set n = n - 1 where n > 0");
        assertThat(upgrade("--background-batches").exitCode()).isZero();
        assertThat(run("downgrade", "1", "--yes").exitCode()).isZero();
        assertThat(run("batch").out()).startsWith("nothing to do");
        assertThat(database.query("select count(*) from flyway_schema_history_batch"))
                .containsExactly("0");
        assertThat(upgrade().exitCode()).isZero();
        assertThat(database.query("select distinct n from users")).containsExactly("1");
    }

    @Test
    void twoAtOnceChangeEveryRowOnceWhileOthersWrite() throws Exception {
        scripts.with("V2__up.sql", "-- batch: id time=20ms\nupdate users set n = n + 1");
        assertThat(upgrade("--background-batches").exitCode()).isZero();
        try (ExecutorService all = Executors.newFixedThreadPool(3)) {
            Future<Run> first = all.submit(() -> run("batch"));
            Future<Run> second = all.submit(() -> run("batch"));
            Future<?> writer = all.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    database.execute("update users set email = 'w' where id = 3 * (1 + %d * 24)".formatted(i));
                }
            });
            writer.get();
            assertThat(List.of(first.get().exitCode(), second.get().exitCode())).containsExactly(0, 0);
        }
        assertThat(database.query("select n, count(*), count(email) from users group by 1"))
                .containsExactly("1|5000|200");
    }

    @Test
    void isOneStatementForPsql() {
        scripts.with("V2__up.sql", "-- batch: id\nupdate users set n = n + 1");
        assertThat(run("upgrade", "--sql").out()).contains("in one transaction: psql knows no batches");
    }

    private Run upgrade(String... more) {
        return run("upgrade", more);
    }

    private Run run(String command, String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = command;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Run.on(database, scripts.path(), arguments);
    }

    private List<String> history() {
        return database.query("select version, success from flyway_schema_history order by installed_rank");
    }
}
