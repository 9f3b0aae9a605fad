package dev.slipway.workbench.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SqlLinesTest {
    @Test
    void linesWithinQuotesAreInside() {
        assertThat(inside("""
                select 'a
                b''c
                d', "x
                y", E'it\\'s
                z\\
                ' as e
                from t
                """)).containsExactly("b''c", "d', \"x", "y\", E'it\\'s", "z\\", "' as e");
    }

    @Test
    void linesWithinDollarQuotesAreInside() {
        assertThat(inside("""
                create function f() returns int as $body$
                select $$ a '
                $other$
                $body$ language sql;
                select $1, a$b$c
                from t;
                """)).containsExactly("select $$ a '", "$other$", "$body$ language sql;");
    }

    @Test
    void commentsMayHoldAnything() {
        assertThat(inside("""
                -- it's
                select 1; /* it's /* nested
                */ still
                */ select 2; -- $$
                select 3;
                """)).containsExactly("*/ still", "*/ select 2; -- $$");
    }

    @Test
    void aQuoteAfterALetterOpensNoEscapes() {
        assertThat(inside("""
                select date'2020-01-01\\', se'x\\'
                from t;
                """)).isEmpty();
    }

    private static List<String> inside(String text) {
        return SqlLines.of(text).stream()
                .filter(line -> !line.outside())
                .map(SqlLines.Line::text)
                .toList();
    }
}
