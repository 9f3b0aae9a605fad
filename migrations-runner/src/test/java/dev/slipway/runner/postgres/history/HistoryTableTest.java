package dev.slipway.runner.postgres.history;

import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.runner.FlywayLog;
import dev.slipway.runner.Given;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.Histories;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.lock.RunLock;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HistoryTableTest {
    private static final String TABLE = "flyway_schema_history";

    /// All that the catalog knows of a table, one fact a line.
    private static final String DEFINITION = """
        with t as (select * from pg_class where relname = '%s' and relnamespace = '%s'::regnamespace)
        select row('table', relname, relkind, relpersistence, relrowsecurity, reloptions, relacl, relreplident,
                   obj_description(oid, 'pg_class'))::text
        from t
        union all
        select row('column', attnum, attname, format_type(atttypid, atttypmod), attnotnull,
                   pg_get_expr(adbin, adrelid), attidentity, attgenerated, attstorage, attcollation,
                   col_description(attrelid, attnum))::text
        from t join pg_attribute on attrelid = t.oid and attnum > 0
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
        union all
        select row('constraint', conname, contype, pg_get_constraintdef(c.oid), condeferrable, convalidated)::text
        from t join pg_constraint c on conrelid = t.oid
        union all
        select row('index', i.relname, pg_get_indexdef(indexrelid), indisvalid, i.reloptions)::text
        from t join pg_index on indrelid = t.oid join pg_class i on i.oid = indexrelid
        union all
        select row('trigger', tgname)::text from t join pg_trigger on tgrelid = t.oid
        order by 1
        """;

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @BeforeAll
    static void silence() {
        FlywayLog.silence();
    }

    @ParameterizedTest
    @CsvSource({"public, flyway_schema_history", "app, flyway_schema_history", "\"Odd \"\"Name\", Odd History"})
    void isTheTableThatStockFlywayCreates(String schema, String table, @TempDir Path empty) throws SQLException {
        TestDatabase stock = PostgresServer.shared().createDatabase();
        String plain = schema.replaceAll("^\"|\"$", "").replace("\"\"", "\"");
        database.execute("create schema if not exists " + schema);
        stock.execute("create schema if not exists " + schema);
        try (Session session = Sessions.open(database, schema)) {
            Histories.in(session, table).create();
        }
        Flyway.configure()
                .dataSource(stock.jdbcUrl(), stock.owner(), stock.password())
                .defaultSchema(plain)
                .table(table)
                .locations("filesystem:" + empty)
                .load()
                .migrate();
        String definition = DEFINITION.formatted(table, schema);
        assertThat(database.query(definition))
                .isEqualTo(stock.query(definition))
                .hasSizeGreaterThanOrEqualTo(14)
                .anyMatch(line -> line.matches("\\(index,\"?%s_s_idx\"?,.*".formatted(table)));
    }

    @Test
    void rowsAreReadAsTheyWereWritten() throws SQLException {
        Script.Versioned script = versioned("1.5", "select 'größer';");
        try (Session session = Sessions.open(database)) {
            HistoryTable history = Histories.in(session, TABLE);
            history.create();
            history.write(NewRow.of(1, script, script.file().checksum()), null, Duration.ofMillis(1234), true);
            history.write(new NewRow(2, null, "views", "SQL", "R__views.sql", null), null, Duration.ZERO, false);
            List<HistoryRow> rows = Histories.read(session, TABLE).orElseThrow().rows();
            assertThat(rows)
                    .containsExactly(
                            new HistoryRow(
                                    1,
                                    Version.of("1.5"),
                                    "step",
                                    "SQL",
                                    "V1.5__step.sql",
                                    script.file().checksum(),
                                    database.owner(),
                                    rows.get(0).installedOn(),
                                    1234,
                                    true),
                            new HistoryRow(
                                    2,
                                    null,
                                    "views",
                                    "SQL",
                                    "R__views.sql",
                                    null,
                                    database.owner(),
                                    rows.get(1).installedOn(),
                                    0,
                                    false));
        }
        assertThat(database.query(
                        "select count(*) from %s where installed_on between now() - interval '1 minute' and now()"
                                .formatted(TABLE)))
                .containsExactly("2");
    }

    @Test
    void onlyTheRowOfAScriptUnderWayIsWrittenOver() throws SQLException {
        NewRow row = NewRow.of(1, versioned("1"), 0);
        try (Session session = Sessions.open(database)) {
            HistoryTable history = Histories.in(session, TABLE);
            history.create();
            BegunRow begun = history.write(row, null, Duration.ZERO, false).orElseThrow();
            assertThat(history.write(row, null, Duration.ZERO, true)).isEmpty();
            BegunRow further = history.write(row.withChecksum(5), begun, Duration.ZERO, false)
                    .orElseThrow();
            assertThat(history.write(row, begun, Duration.ZERO, true)).isEmpty();
            assertThat(history.write(row.withChecksum(77), further, Duration.ofMillis(5), true))
                    .isPresent();
            assertThat(history.write(row, further, Duration.ZERO, true)).isEmpty();
        }
        assertThat(database.query("select installed_rank, version, checksum, execution_time, success from " + TABLE))
                .containsExactly("1|1|77|5|t");
    }

    @Test
    void nothingIsWrittenWhileAnotherHoldsTheLock() throws SQLException {
        NewRow row = NewRow.of(1, versioned("1"), 0);
        try (Session session = Sessions.open(database);
                Session other = Sessions.open(database)) {
            HistoryTable history = Histories.in(session, TABLE);
            history.create();
            assertThat(new RunLock(other, history).tryAcquire()).isTrue();
            assertThat(history.write(row, null, Duration.ZERO, true)).isEmpty();
            assertThat(history.stamp(false, List.of(row), null)).isFalse();
        }
        assertThat(database.query("select from " + TABLE)).isEmpty();
    }

    @Test
    void aStampWritesAllRowsOrNone() throws SQLException {
        NewRow good = NewRow.of(1, versioned("1"), 1);
        NewRow bad = new NewRow(2, Version.of("2"), "x".repeat(201), "SQL", "V2__x.sql", 2);
        try (Session session = Sessions.open(database)) {
            HistoryTable history = Histories.in(session, TABLE);
            assertThatThrownBy(() -> history.stamp(true, List.of(good, bad), List.of()))
                    .isInstanceOf(SQLException.class);
            assertThat(Histories.read(session, TABLE)).isEmpty();
            assertThat(session.connection().getAutoCommit()).isTrue();
            history.stamp(true, List.of(good), List.of(Version.of("1"), Version.of("0.5")));
        }
        assertThat(database.query("select version, obj_description('%1$s'::regclass) from %1$s".formatted(TABLE)))
                .containsExactly("1|slipway contract: 1, 0.5");
    }

    @Test
    void rowsOfStockFlywayAreRead(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("V1__a.sql"), "select 1;");
        Files.writeString(folder.resolve("R__b.sql"), "select 1;");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.password())
                .locations("filesystem:" + folder)
                .load()
                .migrate();
        try (Session session = Sessions.open(database)) {
            History history = Histories.read(session, TABLE).orElseThrow();
            assertThat(history.rows())
                    .extracting(HistoryRow::rank, HistoryRow::version, HistoryRow::description, HistoryRow::script)
                    .containsExactly(tuple(1, Version.of("1"), "a", "V1__a.sql"), tuple(2, null, "b", "R__b.sql"));
            assertThat(history.versions().keySet()).containsExactly(Version.of("1"));
        }
    }

    @Test
    void anAbsentTableIsNotAnEmptyOne() throws SQLException {
        try (Session session = Sessions.open(database)) {
            assertThat(Histories.read(session, TABLE)).isEmpty();
            Histories.in(session, TABLE).create();
            assertThat(Histories.read(session, TABLE)).contains(Given.history());
        }
    }

    @Test
    void theTableOfAnotherSchemaOnTheSearchPathIsNotRead() throws SQLException {
        database.execute("create schema app; create schema \"Odd Name\"");
        try (Session there = Sessions.open(database);
                Session here = Sessions.open(database, "app,public");
                Session odd = Sessions.open(database, "\"Odd Name\",public")) {
            Histories.in(there, TABLE).stamp(true, List.of(NewRow.of(1, versioned("1"), 1)), List.of());
            assertThat(Histories.read(here, TABLE)).isEmpty();
            assertThat(Histories.read(odd, TABLE)).isEmpty();
            Histories.in(odd, TABLE).stamp(true, List.of(NewRow.of(1, versioned("2"), 1)), List.of());
            assertThat(Histories.read(odd, TABLE).orElseThrow().versions().keySet())
                    .containsExactly(Version.of("2"));
            assertThat(Histories.read(there, TABLE).orElseThrow().versions().keySet())
                    .containsExactly(Version.of("1"));
        }
    }
}
