package dev.slipway.workbench.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// How rows are inserted, and what types need more than a sample.
final class TableRowsTest {
    private final FilledDatabase database = FilledDatabase.create();

    @Test
    void oneStatementInsertsAllRowsThatUniqueKeysLetExpectSoThatTriggersRunOnce() throws SQLException {
        database.isFilled("""
                create table runs (id int generated always as identity);
                create function count_run() returns trigger language plpgsql as
                    $$ begin insert into runs default values; return null; end $$;
                create table t (id serial primary key, mail text not null, code int unique, unique (mail, code));
                create unique index on t (lower(mail));
                create trigger t_run after insert on t for each statement execute function count_run();
                """, "public.t");
        assertThat(database.query("select count(*), (select count(*) from runs) from t"))
                .containsExactly("5|1");
    }

    @Test
    void whereTheServerRefusesARowTheOthersAreInsertedOneByOne() throws SQLException {
        database.isFilled("""
                create table t (a text not null, b text not null);
                create unique index on t (b) where b <> '';
                """, "public.t");
        assertThat(database.query("select count(distinct a), count(distinct b), count(*) from t"))
                .containsExactly("1|5|5");
    }

    @Test
    void documentsHaveTheKeysFromWhichColumnsAreComputed() throws SQLException {
        database.isFilled("""
                create table t (
                    data jsonb not null,
                    name text generated always as (data ->> 'it''s "name"') stored not null,
                    size numeric generated always as ((data -> 'size')::numeric) stored not null check (size > 0)
                )
                """, "public.t");
        assertThat(database.query("select count(*) > 1, min(size) from t")).containsExactly("t|1");
    }

    @Test
    void typesOfExtensionsHaveValuesAsFarAsTheyAreInstalled() throws SQLException {
        database.isFilled("""
                create extension ltree; create extension citext; create extension hstore;
                create type place as (name text, at int4range);
                create domain score as int check (value between 1 and 5);
                create type rated as (place place, score score);
                create table t (
                    path ltree not null unique, mail citext not null unique, extra hstore not null, rated rated not null,
                    places place[] not null, paths ltree[] not null, scores score[] not null, ages int4range not null,
                    exclude using gist (ages with &&)
                )
                """, "public.t");
        assertThat(database.query("select count(*) > 1 from t")).containsExactly("t");
    }
}
