package dev.slipway.runner.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SchemaWatchTest {
    private static final SchemaScope SCOPE = new SchemaScope("flyway_schema_history", Set.of(), Set.of(), true);

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    /// The schema is read twice for each of some 250 changes.
    @Test
    @Timeout(600)
    void whatAStepChangedIsWhatReadingEverythingWouldTell() throws SQLException {
        Wide.createIn(database);
        SoftAssertions changes = new SoftAssertions();
        try (Session session = asSuperuser()) {
            SchemaWatch watch = SchemaWatch.start(session, SCOPE);
            for (String change : changes()) {
                begin(session, change);
                List<Change> seen = watch.changes();
                Schema expected = SchemaReader.read(session, SCOPE);
                changes.assertThat(seen).as(change).isEqualTo(watch.schema().changesTo(expected));
                session.connection().commit();
                forgetWhatWasWritten(session);
                watch.accept();
                changes.assertThat(watch.schema()).as(change).isEqualTo(expected);
            }
        }
        changes.assertAll();
    }

    @Test
    void everythingIsReadAgainOnlyWhereSomethingGotAnotherName() throws SQLException {
        database.execute(
                "create table users (id int primary key, name text); create view names as select name from users");
        assertThat(readEverything("create table notes (id serial primary key, user_id int references users)"))
                .isFalse();
        assertThat(readEverything("alter table users add column email text, drop column id"))
                .isFalse();
        assertThat(readEverything("comment on column users.name is 'called'")).isFalse();
        assertThat(readEverything("alter table users alter column id type bigint"))
                .isFalse();
        assertThat(readEverything("create type mood as enum ('sad')")).isFalse();
        assertThat(readEverything("alter table users rename name to title")).isTrue();
        assertThat(readEverything("alter schema public rename to private")).isTrue();
        assertThat(readEverything("create extension citext")).isTrue();
    }

    @Test
    void aStepMayLetGoOfWhatIsPrepared() throws SQLException {
        try (Session session = Sessions.open(database)) {
            SchemaWatch watch = SchemaWatch.start(session, SCOPE);
            begin(session, "create table users (id int); deallocate all");
            assertThat(watch.changes())
                    .extracting(change -> change.key().toString())
                    .containsExactly("table public.users", "column public.users.id");
            session.connection().rollback();
            begin(session, "create table notes (id int)");
            assertThat(watch.changes()).hasSize(2);
        }
    }

    @Test
    void aStepThatIsRolledBackHasChangedNothing() throws SQLException {
        database.execute("create table users (id int)");
        try (Session session = Sessions.open(database)) {
            SchemaWatch watch = SchemaWatch.start(session, SCOPE);
            Schema before = watch.schema();
            begin(session, "alter table users rename to people");
            assertThat(watch.changes()).hasSize(4);
            session.connection().rollback();
            assertThat(watch.schema()).isEqualTo(before);
            begin(session, "alter table users add column name text");
            assertThat(watch.changes())
                    .extracting(change -> change.key().toString())
                    .containsExactly("column public.users.name");
        }
    }

    @Test
    void whatCommitsByItselfIsSeenAsWell() throws SQLException {
        database.execute("create table users (id int)");
        try (Session session = Sessions.open(database)) {
            SchemaWatch watch = SchemaWatch.start(session, SCOPE);
            database.execute("create index concurrently users_id_idx on users (id)");
            assertThat(watch.changes())
                    .extracting(change -> change.key().toString())
                    .containsExactly("index public.users_id_idx");
            watch.accept();
            assertThat(watch.changes()).isEmpty();
        }
    }

    private boolean readEverything(String change) throws SQLException {
        try (Session session = Sessions.open(database)) {
            SchemaWatch watch = SchemaWatch.start(session, SCOPE);
            begin(session, change);
            assertThat(watch.changes()).isNotEmpty();
            session.connection().rollback();
            return watch.readEverything();
        }
    }

    /// Or the server tells for a second after a transaction what that one wrote.
    private static void forgetWhatWasWritten(Session session) throws SQLException {
        begin(session, "select pg_stat_force_next_flush()");
        session.connection().commit();
    }

    private static void begin(Session session, String change) throws SQLException {
        session.connection().setAutoCommit(false);
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(change);
        }
    }

    /// One of the changes writes to the catalog, which only a superuser may.
    private Session asSuperuser() {
        return Sessions.open(new TestDatabase(database.server(), database.name(), "postgres", "unused"));
    }

    private static List<String> changes() {
        String[] changes =
                TextResource.read(SchemaWatchTest.class, "changes.sql").split("\n\n");
        return Arrays.asList(changes).subList(1, changes.length);
    }
}
