package dev.slipway.workbench.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.workbench.ScriptCase;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A trace says the same of an empty database and of one with rows.
final class TracerTest {
    private static final Traced DATABASE = new Traced();

    private static final String TABLES = """
            create table u (id bigint primary key, name varchar(10), state text);
            create index u_state on u (state);
            create table t (id bigint primary key, u_id bigint references u, n int, constraint t_n check (n > 0));
            create table lone (id int, n int);
            create table w (id int);
            create materialized view m as select * from w;
            create view v as select * from w;
            create table parts (id int, n int) partition by list (id);
            create table part1 partition of parts for values in (1);
            create table other (id int, n int);
            """;

    private static final String ROWS = """
            insert into u select i, 'a' || i, 's' from generate_series(1, 500) i;
            insert into t select i, i, i from generate_series(1, 500) i;
            insert into lone select i, i from generate_series(1, 500) i;
            insert into parts select 1, i from generate_series(1, 500) i;
            insert into w select i from generate_series(1, 500) i;
            """;

    static Stream<ScriptCase> inTransaction() {
        return ScriptCase.of(TracerTest.class, "in-transaction.txt");
    }

    static Stream<ScriptCase> alone() {
        return ScriptCase.of(TracerTest.class, "alone.txt");
    }

    @ParameterizedTest
    @MethodSource
    void inTransaction(ScriptCase script) {
        verify(script, Traced::transaction);
    }

    @ParameterizedTest
    @MethodSource
    void alone(ScriptCase script) {
        verify(script, Traced::alone);
    }

    private static void verify(ScriptCase script, BiFunction<Traced, String, List<String>> trace) {
        assertThat(trace.apply(DATABASE.after(TABLES), script.script())).isEqualTo(script.expected());
        assertThat(trace.apply(DATABASE.after(TABLES + ROWS), script.script())).isEqualTo(script.expected());
    }

    @Test
    void whatFailsIsRolledBack() {
        Traced traced = DATABASE.after(TABLES);

        assertThatThrownBy(() -> traced.run("create table new (id int); select 1 / 0", true))
                .isInstanceOfSatisfying(
                        StatementFailed.class,
                        failure -> assertThat(failure.statement().orElseThrow().sql())
                                .isEqualTo("select 1 / 0"));
        assertThatThrownBy(() -> traced.run("select 1; select 1 / 0", false)).isInstanceOf(StatementFailed.class);
        assertThat(traced.query("select to_regclass('new') is null")).containsExactly("t");
        assertThat(traced.transaction("create table new (id int)")).isEmpty();
    }

    @Test
    void aDeferredConstraintFailsAtTheCommit() {
        Traced traced = DATABASE.after(
                "create table a (id int primary key); create table b (a int references a deferrable initially deferred)");

        assertThatThrownBy(() -> traced.run("insert into b values (1)", true))
                .isInstanceOfSatisfying(
                        StatementFailed.class,
                        failure -> assertThat(failure.statement()).isEmpty());
    }
}
