package dev.slipway.runner.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.script.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransactionControlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "begin                                              | BEGIN",
                "/* a /* b */ c */ Begin -- d                       | BEGIN",
                "start transaction isolation level read committed, read write | BEGIN",
                "BEGIN ISOLATION LEVEL SERIALIZABLE                 | BEGIN_SPECIAL",
                "begin transaction read write, deferrable           | BEGIN_SPECIAL",
                "start transaction read only                        | BEGIN_READ_ONLY",
                "end                                                | COMMIT",
                "commit work and no chain                           | COMMIT",
                "commit transaction and chain                       | COMMIT_AND_CHAIN",
                "abort                                              | ROLLBACK",
                "rollback work                                      | ROLLBACK",
                "rollback and chain                                 | ROLLBACK_AND_CHAIN",
                "prepare transaction 'x'                            | PREPARE",
                "rollback to savepoint a                            | NONE",
                "rollback prepared 'x'                              | NONE",
                "prepare begin as select 1                          | NONE"
            })
    void tellsWhatBeginsAndEndsTransactions(String sql, TransactionControl control) {
        assertThat(TransactionControl.of(new Statement(sql, 1, 1, null))).isEqualTo(control);
    }
}
