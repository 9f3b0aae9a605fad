package dev.slipway.workbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// After a statement only that is read again which it may have changed.
final class CatalogSnapshotReaderTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private final Session session = Sessions.open(database);
    private CatalogSnapshot moment;

    @BeforeEach
    void begin() throws SQLException {
        database.execute("create table old (id int); create type mood as enum ('glad'); create schema store");
        database.execute("create table parts (id int) partition by list (id); create view seen as select * from old");
        session.connection().setAutoCommit(false);
        moment = CatalogSnapshotReader.first(session);
    }

    /// What was read after it, sorted by name.
    private List<String> readAfter(String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
        }
        moment = CatalogSnapshotReader.after(session, moment);
        return moment.changed().map(Relation::name).sorted().toList();
    }

    @Test
    void atFirstEverythingIsRead() {
        assertThat(moment.changed().map(Relation::name))
                .containsExactlyInAnyOrder("public.old", "public.parts", "public.seen");
    }

    @Test
    void aScriptOfManyTablesReadsEachOnce() throws SQLException {
        assertThat(readAfter("create table one (id int primary key)")).containsExactly("public.one", "public.one_pkey");
        assertThat(readAfter("create table two (id int, one_id int)")).containsExactly("public.two");
        assertThat(readAfter("create index two_id on two (id)")).containsExactly("public.two", "public.two_id");
        assertThat(readAfter("insert into two select id, id from one")).isEmpty();
        assertThat(readAfter("alter table two add foreign key (one_id) references one"))
                .containsExactly("public.one", "public.two");
        assertThat(readAfter("drop index two_id")).containsExactly("public.two");
        assertThat(readAfter("select 1")).isEmpty();
        assertThat(moment.find(relation("public.two")).orElseThrow().constraints())
                .containsKey("two_one_id_fkey");
    }

    @Test
    void whatStoodBeforeIsReadForAsLongAsItIsLocked() throws SQLException {
        assertThat(readAfter("alter table old add n int")).containsExactly("public.old");
        assertThat(readAfter("create table one (id int)")).containsExactly("public.old", "public.one");
        assertThat(readAfter("select 1")).containsExactly("public.old");
    }

    @Test
    void aPartitionOrIndexOfWhatStoodBeforeIsReadLikeIt() throws SQLException {
        readAfter("create table part1 partition of parts for values in (1); create index old_id on old (id)");
        assertThat(readAfter("insert into parts values (1)"))
                .containsExactly("public.old", "public.old_id", "public.part1", "public.parts");
        assertThat(moment.find(relation("public.part1")).orElseThrow().inserted())
                .isOne();
        assertThat(moment.indexesOf(relation("public.old")).map(Relation::name)).containsExactly("public.old_id");
    }

    @Test
    void whatIsDroppedIsGone() throws SQLException {
        readAfter("create table one (id int); create index one_id on one (id)");
        long one = relation("public.one");
        assertThat(readAfter("drop table one; drop table old cascade")).isEmpty();
        assertThat(moment.relations().values()).extracting(Relation::name).containsExactly("public.parts");
        assertThat(moment.indexesOf(one)).isEmpty();
    }

    @Test
    void aSavepointThatIsRolledBackLeavesWhatWasBefore() throws SQLException {
        readAfter("create table one (id int)");
        String undone = "alter table one rename to two";
        assertThat(readAfter("do $$ begin begin %s; raise 'no'; exception when others then null; end; end $$"
                        .formatted(undone)))
                .isEmpty();
        assertThat(readAfter("savepoint a; " + undone + "; release a")).containsExactly("public.two");
    }

    @Test
    void anotherNameOfASchemaOrTypeThatStoodBeforeLetsAllBeReadAgain() throws SQLException {
        readAfter("create table one (id int, m mood)");
        assertThat(readAfter("create schema other; create type weather as enum ('rain')"))
                .isEmpty();
        List<String> all = List.of("public.old", "public.one", "public.parts", "public.seen");
        assertThat(readAfter("alter schema store rename to shop")).isEqualTo(all);
        assertThat(readAfter("alter type mood add value 'sad'")).isEqualTo(all);
        assertThat(readAfter("alter schema public rename to main"))
                .containsExactly("main.old", "main.one", "main.parts", "main.seen");
    }

    @Test
    void inTheNextTransactionCommandsAreCountedAnew() throws SQLException {
        readAfter("create table one (id int); create table two (id int); create table three (id int)");
        assertThat(readAfter("commit and chain")).hasSize(6);
        assertThat(readAfter("create table four (id int)")).containsExactly("public.four");
        assertThat(readAfter("alter table two add n int")).containsExactly("public.two");
    }

    private long relation(String name) {
        return moment.relations().values().stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst()
                .orElseThrow()
                .oid();
    }
}
