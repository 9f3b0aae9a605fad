package dev.slipway.runner.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class RelationsTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @Test
    void anEmptyDatabaseHasNone() throws SQLException {
        try (Session session = Sessions.open(database)) {
            assertThat(Relations.names(session, "public")).isEmpty();
        }
    }

    @Test
    void everyKindOfRelationIsListedSequencesLast() throws SQLException {
        database.execute("""
            create table users (id serial primary key, other int generated always as identity, name text unique);
            create view a_view as select 1 as a;
            create materialized view m_view as select 1 as a;
            create table parts (a int) partition by list (a);
            create table part partition of parts for values in (1);
            create sequence a_sequence;
            """);
        try (Session session = Sessions.open(database)) {
            assertThat(Relations.names(session, "public"))
                    .containsExactly("a_view", "m_view", "parts", "users", "a_sequence");
        }
    }

    @Test
    void whatBelongsToAnExtensionIsLeftOut() throws SQLException {
        try (Connection superuser = database.server().connectAsSuperuser(database.name());
                Statement statement = superuser.createStatement()) {
            statement.execute("create table member (id serial)");
            statement.execute("alter extension plpgsql add table member");
        }
        try (Session session = Sessions.open(database)) {
            assertThat(Relations.names(session, "public")).isEmpty();
        }
    }

    @Test
    void onlyTheSchemaThatIsAskedForCounts() throws SQLException {
        database.execute("""
            create table here (a int);
            create schema other create table there (a int);
            create schema "Odd Name" create table odd (a int);
            """);
        try (Session session = Sessions.open(database)) {
            assertThat(Relations.names(session, "public")).containsExactly("here");
            assertThat(Relations.names(session, "other")).containsExactly("there");
            assertThat(Relations.names(session, "Odd Name")).containsExactly("odd");
        }
    }

    @Test
    void aSchemaThatIsNotThereHasNone() throws SQLException {
        try (Session session = Sessions.open(database)) {
            assertThat(Relations.names(session, "nowhere")).isEmpty();
        }
    }
}
