package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
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
                        "3|3000|3000", "4|3000|3000", "5|3000|3000", "6|3000|3000", "7|3000|3000", "8|0|0",
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
        assertThat(upgrade().text()).isEqualTo("");
    }

    @Test
    void refusesAKeyByWhichRowsCannotBeTaken() {
        scripts.with("V2__a.sql", "-- batch: name\nupdate users set n = 1");
        assertThat(upgrade().text()).isEqualTo("");
    }

    @Test
    void goesOnAfterWhatFailed() {
        scripts.with("V2__a.sql", "-- batch: id\nupdate users\nset n = n + 1, email = 1 / (id - 6000)");
        assertThat(upgrade().text()).isEqualTo("");
    }

    @Test
    void aDeploymentGoesOnAndLeavesBatchesForLater() {
        scripts.with("V2__backfill.sql", "-- batch: id\nupdate users set email = name where email is null")
                .with("V3__more.sql", "create table more (id int)")
                .with("V4__drop.sql", "-- compat: contract\nalter table users drop name");
        assertThat(upgrade("--background-batches").text() + run("current").text() + run("history").text()).isEqualTo("");
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

    private java.util.List<String> history() {
        return database.query("select version, success from flyway_schema_history order by installed_rank");
    }
}
