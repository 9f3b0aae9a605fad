package dev.slipway.runner.engine.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.script.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PsqlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select a[1:n]            | select a[1\\:n]",
                "select a[:n]             | select a[\\:n]",
                "select a[1:'2'], a[:\"n\"] | select a[1\\:'2'], a[\\:\"n\"]",
                "select :{?n}             | select \\:{?n}",
                "select a$b:n, ä:ö        | select a$b\\:n, ä\\:ö",
                "select e':\\':n':n       | select e':\\':n'\\:n",
                "select 'it''s :n':n      | select 'it''s :n'\\:n",
                "select $$:n$$:n          | select $$:n$$\\:n",
                "select $a$:n$$:n$a$:n    | select $a$:n$$:n$a$\\:n",
                "/* :n /* ' */ :n */ :n   | /* :n /* ' */ :n */ \\:n",
            })
    void aColonBeforeANameIsEscaped(String sql, String written) {
        assertThat(written(sql)).isEqualTo(written + ";\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a::int, a::text[]",
                "call p(x := 1, y :=2)",
                "select a[1: n], a[1:]",
                "select ':n', \":n\", U&':n', B'1:1', E'\\\\:n'",
                "select name$1'x:n'",
                "do $body$ begin x := y[1:n]; end $body$",
                "/* :n */ select 1",
                "select 'open :n",
                "select $tag$ open :n $$",
                "/* open /* */ :n",
            })
    void allElseStaysAsItIs(String sql) {
        assertThat(written(sql)).isEqualTo(sql + ";\n");
    }

    @Test
    void aCommentAtTheEndDoesNotSwallowWhatEndsTheStatement() {
        assertThat(written("select 1 -- one :n")).isEqualTo("select 1 -- one :n\n;\n");
        assertThat(written("-- one :n\nselect 1")).isEqualTo("-- one :n\nselect 1;\n");
    }

    @Test
    void dataFollowTheirStatementUnchanged() {
        assertThat(PsqlText.of(new Statement("copy t from stdin", 1, 1, "a:n\t'\n\\N")))
                .isEqualTo("copy t from stdin;\na:n\t'\n\\N\n\\.\n");
        assertThat(PsqlText.of(new Statement("copy t from stdin", 1, 1, "a\r\nb\r\n")))
                .isEqualTo("copy t from stdin;\na\r\nb\r\n\\.\r\n");
        assertThat(PsqlText.of(new Statement("copy t from stdin", 1, 1, ""))).isEqualTo("copy t from stdin;\n\\.\n");
    }

    private static String written(String sql) {
        return PsqlText.of(new Statement(sql, 1, 1, null));
    }
}
