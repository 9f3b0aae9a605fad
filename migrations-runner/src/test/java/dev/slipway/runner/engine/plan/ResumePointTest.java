package dev.slipway.runner.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.script.Statement;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResumePointTest {
    private static final List<Statement> STATEMENTS = List.of(
            new Statement("create index concurrently a on t (a)", 1, 1, null),
            new Statement("copy t from stdin", 2, 1, "1\n2\n"),
            new Statement("create index concurrently b on t (b)", 5, 1, null));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void findsHowFarAScriptCame(int count) {
        assertThat(ResumePoint.of(STATEMENTS, ResumePoint.checksum(STATEMENTS, count)))
                .hasValue(committed(count));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void findsThatTheNextStatementWasBegunAndWhatStoodBefore(int count) {
        for (int stood = 0; stood < ResumePoint.STOOD; stood++) {
            assertThat(ResumePoint.of(STATEMENTS, ResumePoint.begun(STATEMENTS, count, stood)))
                    .hasValue(new ResumePoint(count, OptionalInt.of(stood)));
        }
    }

    @Test
    void knowsThatTheNextStatementWasBegunWhateverItIsNow() {
        List<Statement> corrected = List.of(STATEMENTS.get(0), new Statement("analyze", 30, 1, null));
        assertThat(ResumePoint.of(corrected, ResumePoint.begun(STATEMENTS, 1, 1)))
                .hasValue(new ResumePoint(1, OptionalInt.of(1)));
    }

    private static ResumePoint committed(int count) {
        return new ResumePoint(count, OptionalInt.empty());
    }

    @Test
    void ofNoStatementsIsZero() {
        assertThat(ResumePoint.checksum(STATEMENTS, 0)).isZero();
        assertThat(ResumePoint.of(List.of(), 0)).hasValue(committed(0));
    }

    @Test
    void staysWhenWhatComesAfterItChanges() {
        List<Statement> corrected = List.of(
                STATEMENTS.get(0),
                new Statement("-- moved\ncopy t from stdin", 20, 3, "1\n2\n3\n"),
                new Statement("analyze", 30, 1, null));
        assertThat(ResumePoint.of(corrected, ResumePoint.checksum(STATEMENTS, 1)))
                .hasValue(committed(1));
    }

    @Test
    void doesNotDependOnWhereStatementsStand() {
        List<Statement> moved = STATEMENTS.stream()
                .map(statement -> new Statement(statement.sql(), statement.line() + 7, 9, statement.copyData()))
                .toList();
        assertThat(ResumePoint.of(moved, ResumePoint.checksum(STATEMENTS, 3))).hasValue(committed(3));
    }

    @Test
    void isUnknownOnceAStatementInItChanged() {
        List<Statement> changed =
                List.of(new Statement("create index concurrently a on t (b)", 1, 1, null), STATEMENTS.get(1));
        assertThat(ResumePoint.of(changed, ResumePoint.checksum(STATEMENTS, 1))).isEmpty();
        assertThat(ResumePoint.of(changed, ResumePoint.checksum(STATEMENTS, 2))).isEmpty();
    }

    @Test
    void isUnknownOnceTheRowsOfACopyInItChanged() {
        List<Statement> changed = List.of(STATEMENTS.get(0), new Statement("copy t from stdin", 2, 1, "1\n3\n"));
        assertThat(ResumePoint.of(changed, ResumePoint.checksum(STATEMENTS, 2))).isEmpty();
    }

    @Test
    void isUnknownOnceTheScriptIsShorter() {
        assertThat(ResumePoint.of(STATEMENTS.subList(0, 1), ResumePoint.checksum(STATEMENTS, 2)))
                .isEmpty();
    }

    @Test
    void tellsTwoStatementsFromOneThatReadsLikeBoth() {
        List<Statement> two = List.of(new Statement("select 1", 1, 1, null), new Statement("select 2", 1, 10, null));
        List<Statement> one = List.of(new Statement("select 1select 2", 1, 1, null));
        assertThat(ResumePoint.of(one, ResumePoint.checksum(two, 2))).isEmpty();
    }
}
