package dev.slipway.runner.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InTransactionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "drop index concurrently i|drop index              i",
                "CREATE INDEX Concurrently ON t (a)|CREATE INDEX              ON t (a)",
                "drop index /* concurrently */ concurrently \"concurrently\"|drop index /* concurrently */            "
                        + "  \"concurrently\"",
                "alter table t detach partition p concurrently|alter table t detach partition p             ",
                "reindex table concurrently t|reindex table              t",
            })
    void leavesTheWordOutAndAllElseInItsPlace(String sql, String form) {
        assertThat(InTransaction.withoutConcurrently(sql)).contains(form);
    }

    @Test
    void leavesWhatStandsInParentheses() {
        assertThat(InTransaction.withoutConcurrently("reindex (concurrently) table t"))
                .isEmpty();
        assertThat(InTransaction.withoutConcurrently("vacuum t")).isEmpty();
    }

    @Test
    void leavesTheCommitsOfABlockOut() {
        assertThat(InTransaction.withoutCommits("do $a$ begin delete from t; commit; perform 'commit;'; end $a$"))
                .contains("do $a$ begin delete from t; null  ; perform 'commit;'; end $a$");
        assertThat(InTransaction.withoutCommits("do $$ begin delete from t; rollback; commit; end $$"))
                .isEmpty();
        assertThat(InTransaction.withoutCommits("do $$ begin delete from t; end $$"))
                .isEmpty();
        assertThat(InTransaction.withoutCommits(
                        "create function f() returns void language plpgsql as $$ begin commit; end $$"))
                .isEmpty();
    }
}
