package dev.slipway.workbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is known of a database is what reading everything tells.
final class KnownRelationsTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private final Session session = Sessions.open(database);
    private final KnownRelations relations = new KnownRelations();

    @BeforeEach
    void begin() throws SQLException {
        database.execute("create table old (id int primary key, name text default 'x', mood text check (mood <> ''))");
        database.execute("create table child (id int references old, old_id int)");
        database.execute("create table parts (id int) partition by list (id)");
        database.execute("create table part1 partition of parts for values in (1)");
        database.execute("create type mood as enum ('glad'); create domain word as text; create schema store");
        database.execute("create table typed (mood mood, word word); create view seen as select * from old");
        database.execute("create function nothing() returns trigger language plpgsql as 'begin return null; end'");
        database.execute("create trigger watched after insert on old execute function nothing()");
        database.execute("insert into old select n, 'x', 'y' from generate_series(1, 3) n; analyze old");
        session.connection().setAutoCommit(false);
        relations.first(session);
        session.connection().rollback();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private void commit(String sql) throws SQLException {
        execute(sql);
        KnownRelations.Left left = relations.left(session);
        session.connection().commit();
        relations.commit(left);
    }

    private void assertKnown() throws SQLException {
        assertThat(text(relations.first(session))).isEqualTo(text(CatalogSnapshotReader.first(session)));
    }

    /// Without what was touched since the moment before, which is not the same for both.
    private static String text(CatalogSnapshot snapshot) {
        CatalogMoment moment = snapshot.moment();
        return Stream.of(
                        Stream.of("%d %d %s".formatted(moment.lastName(), moment.lastRelation(), moment.names())),
                        new TreeMap<>(snapshot.relations()).values().stream().map(Relation::toString),
                        new TreeMap<>(snapshot.indexes())
                                .entrySet().stream()
                                        .filter(entry -> !entry.getValue().isEmpty())
                                        .map(entry -> entry.getKey() + ": "
                                                + new TreeSet<>(entry.getValue().keySet())))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table one (id int primary key, name text); create index on one (name)",
                "create table one (id int); drop table one",
                "drop table child",
                "drop table old cascade",
                "drop view seen; create view seen as select 1 as one",
                "create or replace view seen as select *, 1 as one from old",
                "alter table old add n int",
                "alter table old add n int default 1, drop column name cascade",
                "alter table old alter name set default 'y'",
                "alter table old alter name drop default",
                "alter table old alter name set not null",
                "alter table child alter id type bigint",
                "alter table child add check (old_id > 0) not valid",
                "alter table child add check (old_id > 0)",
                "alter table child drop constraint child_id_fkey",
                "alter table child add foreign key (old_id) references old",
                "create index on child (id)",
                "alter table old rename to former",
                "alter table old rename name to title",
                "alter table old set schema store",
                "alter table old disable trigger user",
                "alter table old disable trigger watched",
                "drop trigger watched on old",
                "truncate child",
                "insert into child values (1, 1); delete from child",
                "update old set name = 'z'; select * from old",
                "cluster old using old_pkey",
                "reindex table old",
                "create table part2 partition of parts for values in (2)",
                "alter table parts detach partition part1",
                "create index on parts (id)",
                "create table heir () inherits (old)",
                "alter type mood add value 'sad'",
                "alter type mood rename to temper",
                "alter domain word rename to phrase",
                "alter schema store rename to shop",
                "create schema more; create table more.one (id int)",
                "create materialized view kept as select * from old",
                "create table one as select * from old; alter table one add primary key (id)",
                "savepoint one; drop table child; rollback to savepoint one",
                "savepoint one; create table one (id int); release savepoint one; savepoint two; drop table one; rollback to two",
                "savepoint one; alter table old add n int; release savepoint one",
                "select 1"
            })
    void afterEachChangeItIsWhatReadingEverythingTells(String change) throws SQLException {
        commit(change);
        assertKnown();
        session.connection().rollback();
        commit("create table afterwards (id int primary key)");
        assertKnown();
    }

    @Test
    void whatIsRolledBackCountsForNothing() throws SQLException {
        execute("alter table old add n int; create table one (id int); drop table child");
        assertKnown();
        session.connection().rollback();
        assertKnown();
    }

    @Test
    void onlyWhatATransactionTouchesIsReadAgain() throws SQLException {
        assertThat(read()).isEmpty();
        session.connection().rollback();
        commit("create table one (id int)");
        assertThat(read()).isEmpty();
        execute("alter table child add n int");
        assertThat(read()).containsExactly("public.child");
    }

    @Test
    void whatIsForgottenIsReadAsAWhole() throws SQLException {
        relations.forget();
        assertThat(read()).hasSize(7);
        assertKnown();
    }

    private List<String> read() throws SQLException {
        try (Stream<Relation> changed = relations.first(session).changed()) {
            return changed.map(Relation::name).sorted().toList();
        }
    }
}
