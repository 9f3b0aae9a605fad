package dev.slipway.workbench.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.mapping.ModelColumnType;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.script.Script;
import dev.slipway.workbench.ScriptCase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each script has the hazards listed for it, on an empty database and on one with rows.
final class HazardCheckTest {
    private static final Model NO_MODEL = new Model(List.of());

    private static final String TABLES = """
            create table u (id bigint primary key, name varchar(10), state text);
            create index u_state on u (state);
            create index u_name on u (name);
            create table t (id bigint primary key, u_id bigint references u, n int, constraint t_n check (n > 0));
            create index t_u_id on t (u_id);
            alter table t add constraint t_u_id_given check (u_id is not null);
            alter table t add constraint t_later check (n > 0) not valid;
            create table lone (id int, n int);
            create table w (id int);
            create materialized view m as select * from w;
            create unique index m_id on m (id);
            create view v as select * from w;
            create table parts (id int, n int) partition by list (id);
            create table part1 partition of parts for values in (1);
            create table other (id int, n int);
            create domain positive as int;
            create table counted (n positive);
            create type state as enum ('a', 'b');
            create table marked (state state);
            create sequence s;
            create function nothing() returns trigger language plpgsql as $$ begin return new; end $$;
            create trigger quiet before update on u for each row execute function nothing();
            """;

    private static final String ROWS = """
            insert into u select i, 'a' || i, 's' from generate_series(1, 500) i;
            insert into t select i, i, i + 1 from generate_series(1, 500) i;
            insert into lone select i, i from generate_series(1, 500) i;
            insert into parts select 1, i from generate_series(1, 500) i;
            insert into other select 2, i from generate_series(1, 500) i;
            insert into w select i from generate_series(1, 500) i;
            insert into counted select i from generate_series(1, 500) i;
            refresh materialized view m;
            """;

    @TempDir
    static Path folder = Path.of(".");

    private static Scratch scratch = new Scratch(folder);

    @BeforeAll
    static void open() {
        scratch = new Scratch(folder);
    }

    static Stream<ScriptCase> scripts() {
        return ScriptCase.of(HazardCheckTest.class, "scripts.txt");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptHasItsHazards(ScriptCase script) {
        assertThat(lines(TABLES, script.script())).isEqualTo(script.expected());
        assertThat(lines(TABLES + ROWS, script.script())).isEqualTo(script.expected());
    }

    @Test
    void whatTheHeaderAllowsIsMarkedAndWhatItAllowsInVainIsFound() {
        HazardPage.Sql sql = new HazardPage.Sql("""
                -- allow: blocking-index the table is small
                -- allow: table-rewrite at night

                -- quick
                create index on t (n);
                """, false);
        List<HazardFound> found = scratch.after(TABLES).hazards(sql, NO_MODEL);
        Script script = scratch.step(sql).script();

        assertThat(found)
                .containsExactly(new HazardFound(
                        Hazard.BLOCKING_INDEX,
                        "V1__script.sql",
                        5,
                        "public.t was locked against writes while index public.t_n_idx was built",
                        "the table is small"));
        assertThat(HazardCheck.unused(script, found))
                .containsExactly(new Finding(
                        "V1__script.sql:2",
                        "the header allows \"table-rewrite\", which the script does not have",
                        "such a hazard would pass unseen if the script got it later",
                        "remove the line"));
    }

    @Test
    void aFindingNamesThePage() {
        assertThat(new HazardFound(Hazard.TRUNCATED_TABLE, "V9__a.sql", 3, "all rows of t were removed", null)
                        .finding())
                .isEqualTo(new Finding(
                        "V9__a.sql:3",
                        "truncated-table: all rows of t were removed",
                        "all rows are gone, and nobody can read or write the table until the script ends",
                        "delete the rows that are not needed, in batches; see docs/hazards/truncated-table.md"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table \"My T\"                          | table public.\"My T\" was dropped",
                "drop table far.t                           | table far.t was dropped",
                "alter table \"My T\" drop \"a b\"            | column \"a b\" of public.\"My T\" was dropped",
                "alter table far.t rename a to z            | column a of far.t was renamed to z",
                "alter table far.t set schema public        | table far.t was renamed to public.t",
                "alter schema far rename to near            | table far.t was renamed to near.t"
            })
    void whatTheModelNamesIsNotToGoWhateverItsSchema(String script, String detail) {
        Model model = new Model(List.of(mapped("\"My T\"", "a b"), mapped("far.t", "a")));
        scratch.after("drop schema if exists far, near cascade; create schema far; create table far.t (a text, b text);"
                + " create table \"My T\" (\"a b\" text, c text)");

        assertThat(scratch.hazards(new HazardPage.Sql("-- compat: contract\n" + script, false), model))
                .extracting(HazardFound::hazard, HazardFound::detail)
                .containsExactly(tuple(Hazard.MODEL_OBJECT_GONE, detail + ", and the model still names it"));
        assertThat(lines("", "-- compat: contract\ncreate table unnamed (a int); drop table unnamed"))
                .isEmpty();
    }

    @Test
    void anUndoScriptTakesAwayWhatTheModelNames() {
        assertThat(scratch.after(TABLES)
                        .hazards(
                                new HazardPage.Sql("alter table w rename to x", true),
                                new Model(List.of(mapped("w", "id")))))
                .isEmpty();
    }

    private static Model.Table mapped(String table, String column) {
        return new Model.Table(
                table,
                List.of(),
                List.of(new Model.Column(column, ModelColumnType.TEXT, true, false)),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<String> lines(String setup, String script) {
        return scratch.after(setup).hazards(new HazardPage.Sql(script, false), NO_MODEL).stream()
                .map(HazardCheckTest::line)
                .toList();
    }

    private static String line(HazardFound found) {
        return "%d %s: %s".formatted(found.line(), found.hazard().code(), found.detail());
    }
}
