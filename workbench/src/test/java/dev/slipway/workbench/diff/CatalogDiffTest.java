package dev.slipway.workbench.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CatalogDiffTest {
    private static final SchemaScope SCOPE =
            new SchemaScope("history", Set.of("foreign_land"), Set.of("public.alembic_version"), false);

    private final TestDatabase before = PostgresServer.shared().createDatabase();
    private final TestDatabase after = PostgresServer.shared().createDatabase();

    @Test
    void isEmptyForSchemasThatAreAlike() throws SQLException {
        before.execute("create table t (a int, b text)");
        after.execute("create table t (b text, a int)");

        assertThat(sql()).isEmpty();
    }

    @Test
    void saysNothingOfOptionsThatNobodyKnows() throws SQLException {
        before.execute("create table t (a int, b text) with (fillfactor = 70)");
        after.execute("create table t (a int, b text) with (fillfactor = 60); create index t_a on t (a)");
        server(after, """
                update pg_attribute set attoptions = '{pg_attver=7}' where attrelid = 't'::regclass and attnum > 0;
                update pg_class set reloptions = '{pg_relver=on}' || reloptions where relname = 't';
                update pg_class set reloptions = '{pg_relver=on}' where relname = 't_a';
                """);

        assertThat(sql()).isEqualTo("""
                ALTER TABLE public.t SET (fillfactor='60');

                CREATE INDEX t_a ON public.t USING btree (a);""");
    }

    private static void server(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.server().connectAsSuperuser(database.name());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void makesTheFirstLikeTheSecond() throws SQLException {
        before.execute("create table t (a int, b text)");
        after.execute("""
            create table t (a int not null, b varchar(7) default 'x');
            create index t_a on t (a);
            create function f() returns trigger language plpgsql as $$begin return new; -- SET search_path = x;
            end$$;
            create trigger f before insert on t for each row execute function f();
            """);

        String sql = sql();

        assertThat(sql).isEqualTo("""
            ALTER TABLE public.t
                ALTER COLUMN a SET NOT NULL;

            ALTER TABLE public.t
                ALTER COLUMN b TYPE character varying(7);

            ALTER TABLE ONLY public.t
                ALTER COLUMN b SET DEFAULT 'x'::character varying;

            CREATE OR REPLACE FUNCTION public.f() RETURNS trigger
                LANGUAGE plpgsql
                AS $$begin return new; -- SET search_path = x;
            end$$;

            CREATE INDEX t_a ON public.t USING btree (a);

            CREATE TRIGGER f
                BEFORE INSERT ON public.t
                FOR EACH ROW
                EXECUTE PROCEDURE public.f();\
            """);
        before.execute(sql);
        assertThat(sql()).isEmpty();
    }

    @Test
    void enablesAnEventTriggerAgain() throws SQLException {
        String trigger = """
            create function noted() returns event_trigger language plpgsql as 'begin end';
            create event trigger note on sql_drop execute function noted();
            """;
        asSuperuser(after).execute(trigger);
        asSuperuser(before).execute(trigger + "alter event trigger note disable");

        assertThat(sql()).isEqualTo("ALTER EVENT TRIGGER note ENABLE;");
    }

    @Test
    void leavesOutWhatOthersLookAfter() throws SQLException {
        before.execute("""
            create table history (a int);
            create index on history (a);
            create table alembic_version (a int primary key);
            create schema foreign_land;
            create table foreign_land.t (a int);
            """);

        assertThat(sql()).isEmpty();
    }

    @Test
    void leavesTheSessionsAsTheyWere() throws SQLException {
        try (Session from = Sessions.open(before.url());
                Session to = Sessions.open(after.url())) {
            CatalogDiff.sql(from, to, SCOPE);

            assertThat(from.connection().isClosed()).isFalse();
            assertThat(from.connection().getAutoCommit()).isTrue();
            assertThat(schema(from)).isEqualTo("public");
            assertThat(schema(to)).isEqualTo("public");
            assertThat(CatalogDiff.sql(from, to, SCOPE)).isEmpty();
        }
    }

    private static TestDatabase asSuperuser(TestDatabase database) {
        return new TestDatabase(database.server(), database.name(), "postgres", "unused");
    }

    private static String schema(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("select current_schema()")) {
            row.next();
            return row.getString(1);
        }
    }

    private String sql() throws SQLException {
        try (Session from = Sessions.open(before.url());
                Session to = Sessions.open(after.url())) {
            return CatalogDiff.sql(from, to, SCOPE);
        }
    }
}
