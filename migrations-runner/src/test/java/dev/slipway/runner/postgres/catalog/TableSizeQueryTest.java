package dev.slipway.runner.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.impact.TableSize;
import dev.slipway.runner.model.impact.TableSizes;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TableSizeQueryTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();

    private TableSizes sizes(String home, String... tables) throws SQLException {
        try (Session session = Sessions.open(database)) {
            return TableSizeQuery.sizes(session, home, Arrays.asList(tables));
        }
    }

    private TableSize size(String table) throws SQLException {
        return sizes("public", table).find(table).orElseThrow();
    }

    private long number(String sql) {
        return Long.parseLong(database.query(sql).getFirst());
    }

    @Test
    void aTableHasTheSizesThatPostgresTells() throws SQLException {
        database.execute("create table \"My T\" (id int primary key, note text);"
                + " create index on \"My T\" (note) where note is null;"
                + " alter table \"My T\" alter note set storage external;"
                + " insert into \"My T\" select i, repeat('x', 5000) from generate_series(1, 200) i;");
        TableSize size = size("public.\"My T\"");

        assertThat(size.heap()).isEqualTo(number("select pg_relation_size('\"My T\"')"));
        assertThat(size.indexes())
                .isEqualTo(number("select sum(pg_relation_size(indexrelid)) from pg_index where indrelid"
                        + " = '\"My T\"'::regclass"));
        assertThat(size.toast())
                .isEqualTo(
                        number("select pg_relation_size(reltoastrelid) + pg_relation_size(indexrelid) from pg_class c"
                                + " join pg_index i on indrelid = reltoastrelid where c.oid = '\"My T\"'::regclass"))
                .isGreaterThan(1_000_000);
        assertThat(size.indexCount()).isEqualTo(2);
        assertThat(size.writes()).isPositive();
    }

    @Test
    void aPartitionedTableIsAsLargeAsItsPartitions() throws SQLException {
        database.execute("create table p (id int) partition by range (id); create index on p (id);"
                + " create table p1 partition of p for values from (0) to (100);"
                + " create table p2 partition of p for values from (100) to (1000) partition by list (id);"
                + " create table p3 partition of p2 default;"
                + " insert into p select i % 1000 from generate_series(1, 2000) i;");
        TableSize size = size("public.p");

        assertThat(size.heap()).isEqualTo(number("select pg_relation_size('p1') + pg_relation_size('p3')"));
        assertThat(size.indexCount()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNotTold() throws SQLException {
        database.execute("create view v as select 1 as a; create table t (a int);");

        assertThat(sizes("public", "public.v", "public.gone", "far.t", "public.t")
                        .tables())
                .containsOnlyKeys("public.t");
        assertThat(size("public.t")).isEqualTo(new TableSize(0, 0, 0, 0, 0, 0));
    }

    @Test
    void tablesOfAnotherHomeAreThoseThatWereProvedInPublic() throws SQLException {
        database.execute("create schema tenant; create table tenant.a (id int); create table public.b (id int);"
                + " insert into tenant.a values (1);");

        assertThat(sizes("tenant", "public.a", "public.b", "tenant.a").tables().keySet())
                .isEqualTo(Set.of("public.a"));
    }

    @Test
    void nobodyIsWaitedFor() throws SQLException {
        database.execute("create table t (id int); insert into t select generate_series(1, 5000); analyze t;");
        long pages = number("select pg_relation_size('t')");
        try (Session other = Sessions.open(database);
                java.sql.Statement statement = other.connection().createStatement()) {
            statement.execute("begin; lock table t");
            assertThat(size("public.t").heap()).isEqualTo(pages);
        }
    }
}
