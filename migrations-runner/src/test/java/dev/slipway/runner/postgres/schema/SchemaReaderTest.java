package dev.slipway.runner.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("matrix")
final class SchemaReaderTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/slipway/runner/postgres/schema");

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    /// One file for all versions of PostgreSQL: what they word differently is made equal. Written anew with
    /// `-Dslipway.write-docs`.
    @Test
    void aSchemaWithObjectsOfAllKindsReadsTheSameOnEveryVersion() throws SQLException, IOException {
        Wide.createIn(database);
        assertReads("wide.txt");
    }

    @Test
    void soDoesOneWithWhatFewSchemasHave() throws SQLException, IOException {
        Wide.createRareIn(database);
        assertReads("rare.txt");
    }

    private void assertReads(String file) throws SQLException, IOException {
        String text = text(read());
        if (System.getProperty("slipway.write-docs") != null) {
            Files.writeString(GOLDEN.resolve(file), text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN.resolve(file)));
    }

    @Test
    void theHistoryTableAndWhatBelongsToItIsLeftOut() throws SQLException {
        database.execute("""
            create table flyway_schema_history (installed_rank serial primary key, success boolean check (success));
            create index on flyway_schema_history (success);
            create statistics rows on installed_rank, success from flyway_schema_history;
            comment on table flyway_schema_history is 'slipway contract: 7';
            comment on column flyway_schema_history.success is 'comment';
            grant select on flyway_schema_history to public;
            """);
        assertThat(read().objects()).isEmpty();
    }

    @Test
    void whatOthersLookAfterIsLeftOut() throws SQLException {
        database.execute("""
            create schema theirs create table tables (a serial) create view views as select 1 as a;
            create type theirs.mood as enum ('sad');
            create function theirs.one() returns int return 1;
            comment on type theirs.mood is 'a comment';
            create collation theirs.plain (locale = 'C');
            comment on collation theirs.plain is 'another';
            create text search configuration theirs.words (copy = simple);
            create operator theirs.=== (leftarg = int, rightarg = int, function = int4eq);
            create cast (text as theirs.mood) with inout;
            create table alembic_version (version_num varchar(32) primary key);
            create table "Other Tool" (a int primary key);
            create table ours (a int);
            create temporary table temporary (a int);
            """);
        SchemaScope scope = new SchemaScope(
                "flyway_schema_history",
                Set.of("theirs"),
                Set.of("public.alembic_version", "public.\"Other Tool\""),
                true);
        assertThat(keys(read(scope))).containsExactly("table public.ours", "column public.ours.a");
    }

    @Test
    void theMembersOfExtensionsAreLeftOut() throws SQLException {
        database.execute("create schema extensions; create extension citext schema extensions");
        assertThat(keys(read())).containsExactly("extension citext", "schema extensions");
    }

    @Test
    void theSettingsOfTheSessionDecideNothing() throws SQLException {
        Wide.createIn(database);
        Schema expected = read();
        try (Session session = Sessions.open(database);
                Statement statement = session.connection().createStatement()) {
            statement.execute("""
                create temporary table pg_class (oid oid, relname name);
                set search_path = sales, public, "Odd Names";
                set quote_all_identifiers = on;
                set intervalstyle = sql_standard;
                set timezone = 'Asia/Kathmandu';
                set extra_float_digits = -3;
                set bytea_output = escape;
                set standard_conforming_strings = off;
                set xmlbinary = hex;
                """);
            assertThat(text(SchemaReader.read(session, SchemaScope.without("flyway_schema_history"))))
                    .isEqualTo(text(expected));
        }
    }

    @Test
    void theSessionIsLeftAsItWasInsideATransactionAndOutside() throws SQLException {
        database.execute("create schema other");
        try (Session session = Sessions.open(database);
                Statement statement = session.connection().createStatement()) {
            statement.execute("set search_path = other; set timezone = 'Asia/Kathmandu'");
            SchemaReader.read(session, SchemaScope.without("flyway_schema_history"));
            assertThat(session.connection().getAutoCommit()).isTrue();
            assertThat(settings(statement)).isEqualTo("other, Asia/Kathmandu");
            session.connection().setAutoCommit(false);
            statement.execute("create table made (a int); set local search_path = pg_catalog; set timezone = 'UTC'");
            assertThat(keys(SchemaReader.read(session, SchemaScope.without("flyway_schema_history"))))
                    .contains("table other.made");
            assertThat(settings(statement)).isEqualTo("pg_catalog, UTC");
            session.connection().commit();
            assertThat(settings(statement)).isEqualTo("other, UTC");
        }
        assertThat(keys(read())).contains("table other.made");
    }

    private static String settings(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select current_setting('search_path') || ', ' || current_setting('timezone')")) {
            row.next();
            return row.getString(1);
        }
    }

    private Schema read() throws SQLException {
        return read(SchemaScope.without("flyway_schema_history"));
    }

    private Schema read(SchemaScope scope) throws SQLException {
        try (Session session = Sessions.open(database)) {
            return SchemaReader.read(session, scope);
        }
    }

    private static List<String> keys(Schema schema) {
        return schema.objects().keySet().stream().map(Object::toString).toList();
    }

    private static String text(Schema schema) {
        return schema.objects().values().stream()
                .map(object -> object.key() + "\n"
                        + object.definition()
                                .lines()
                                .map(line -> "    " + line + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}
