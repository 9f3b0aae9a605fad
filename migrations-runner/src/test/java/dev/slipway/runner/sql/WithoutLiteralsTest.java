package dev.slipway.runner.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WithoutLiteralsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        select 'a', 4.5e3, $1 from "my table" | select ?, ?, $1 from "my table"
        alter role x password E'it\\'s'       | alter role x password ?
        do $body$ secret $body$               | do ?
        select 1 -- a secret                  | select ?
        select /* 4 */ a-1                    | select a-?
        select 'cut off                       | select ?
        select a from "cut off                | select a from ?
        select $$cut off                      | select ?
        copy users (id) from stdin            | copy users (id) from stdin
        """)
    void hasAQuestionMarkForEachValue(String sql, String told) {
        assertThat(WithoutLiterals.of(sql, 100)).isEqualTo(told);
    }

    @Test
    void isShortened() {
        assertThat(WithoutLiterals.of("select first_name,\n\n  last_name from people", 20))
                .isEqualTo("select first_name...");
    }
}
