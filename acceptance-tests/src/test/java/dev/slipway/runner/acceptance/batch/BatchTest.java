package dev.slipway.runner.acceptance.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ManyRows;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Scripts that change much data in batches.
final class BatchTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aTable() {
        ManyRows.in(project.folder());
    }

    @Test
    void changesEveryRowOnce() {
        project.with("V2__backfill.sql", """
            -- batch: id
            -- each of them
            update users set n = n + 1, email = lower(name) -- as it was
            where name like 'user %' or email is null -- and more
            ;
            """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            applied 1  users  TIME
            2 changed 5000 rows in batches
            applied 2  backfill  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 2
            """);
        assertThat(project.query("select n, count(*), count(email) from users group by 1"))
                .containsExactly("1|5000|5000");
        assertThat(ManyRows.history(project.database())).containsExactly("1|t", "2|t");
        assertThat(project.query("select version, changed, keys, total, last_key, finished_on is not null, converges"
                        + " from flyway_schema_history_batch"))
                .containsExactly("2|5000|5000|5000|{15000}|t|f");
        StockFlyway.on(project.database(), project.folder()).validate();
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 2\n");
    }

    @Test
    void takesRowsInTheOrderOfAnyKey() {
        project.with("V2__keys.sql", """
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
        project.with("V2_1__more.sql", "create table empty_not as select 1 as n");
        Run run = project.run("upgrade");
        assertThat(run.err()).isEmpty();
        assertThat(project.query("select (select string_agg(distinct n::text, ',') from by_two),"
                        + " (select string_agg(distinct n::text, ',') from by_uuid),"
                        + " (select string_agg(distinct n::text, ',') from parts), (select count(*) from by_text)"))
                .containsExactly("1|2|1|0");
        assertThat(project.query(
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
    void goesOnAfterWhatFailed() {
        project.with(
                "V2__a.sql",
                "-- batch: id\nupdate users\nset n = n + 1, email = 1 / nullif(id, 0)\nwhere 1 / (id - 6000) < 9");
        assertThat(project.run("upgrade").text()).isEqualTo("""
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
        assertThat(ManyRows.history(project.database())).containsExactly("1|t", "2|f");
        assertThat(project.run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 1 (1 pending)
              2 did not come to its end: `check` tells how far
              2 (V2__a.sql) is not complete: 30 %, 1500 rows changed; `upgrade` goes on
            """);
        assertThat(project.run("plan").err()).contains("batches of this script are done already");
        project.with("V2__a.sql", "-- batch: id, n\nupdate users set n = n + 1");
        assertThat(project.run("upgrade").exitCode()).isEqualTo(3);
        project.with("V2__a.sql", "-- batch: id\nupdate users set n = n + 1");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            2 was begun before: going on at 30 %, 1500 rows are changed, with the script as it was then
            2 changed 5000 rows in batches
            applied 2  a  TIME
            applied 1 script in TIME: app on localhost:PORT is at 2
            """);
        assertThat(project.query("select n, count(*) from users group by 1")).containsExactly("1|5000");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void isOneStatementForPsql() {
        project.with("V2__up.sql", "-- batch: id\nupdate users set n = n + 1");
        assertThat(project.run("upgrade", "--sql").out()).contains("in one transaction: psql knows no batches");
    }
}
