package dev.slipway.runner.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A server may keep options of its own in the catalog, as PostgreSQL 15.20 does with each column.
@Tag("matrix")
final class UnknownOptionsTest {
    private static final String OF_COLUMNS = """
        update pg_attribute a
        set attoptions = array['pg_attver=' || (random() * 1e6)::int] || coalesce(attoptions, '{}')
        from pg_class c
        where c.oid = a.attrelid
          and c.oid >= 16384
          and a.attnum > 0
          and not a.attisdropped
          and (c.relkind not in ('i', 'I') or attoptions is not null or c.relname = 'plain');
        """;

    private static final String OF_RELATIONS = """
        update pg_class
        set reloptions = array['pg_relver=on'] || coalesce(reloptions, '{}') || array['"no_one''s"=7']
        where oid >= 16384;
        """;

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @Test
    void aSchemaReadsTheSameWithThem() throws SQLException {
        Wide.createIn(database);
        assertReadsTheSame();
    }

    @Test
    void soDoesOneWithWhatFewSchemasHave() throws SQLException {
        Wide.createRareIn(database);
        assertReadsTheSame();
    }

    @Test
    void theKnownOptionsOfIndexesAreKept() throws SQLException {
        database.execute("""
            create table texts (id int primary key with (fillfactor = 70), word text, words tsvector, spot point,
                exclude using gist (spot with ~=) with (buffering = off));
            create index plain on texts using gist (words);
            create index usual on texts using gist (words tsvector_ops (siglen = 32)) with (fillfactor = 80);
            create index several on texts (lower(word) text_pattern_ops desc, id) include (word)
                with (fillfactor = 50, deduplicate_items = off) where word <> 'x';
            create index ranges on texts using brin (id int4_minmax_multi_ops (values_per_range = 16));
            """);
        assertReadsTheSame();
    }

    private void assertReadsTheSame() throws SQLException {
        execute("update pg_attribute set attoptions = null where attoptions::text like '{pg_attver=%}' and attnum > 0");
        Schema before = read();
        execute(OF_COLUMNS);
        execute(OF_RELATIONS);
        assertThat(before.changesTo(read())).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = PostgresServer.shared().connectAsSuperuser(database.name());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Schema read() throws SQLException {
        try (Session session = Sessions.open(database)) {
            return SchemaReader.read(session, SchemaScope.without("flyway_schema_history"));
        }
    }
}
