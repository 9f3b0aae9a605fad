package dev.slipway.runner.engine.step;

import static dev.slipway.runner.Given.applied;
import static dev.slipway.runner.Given.failed;
import static dev.slipway.runner.Given.history;
import static dev.slipway.runner.Given.repeatable;
import static dev.slipway.runner.Given.undo;
import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.engine.history.HistoryMismatch;
import dev.slipway.runner.engine.plan.ResumePoint;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ResumableStepTest {
    private static final Script.Versioned ONE = versioned("1");
    private static final Script.Versioned TWO = versioned("2");
    private static final Script.Repeatable VIEWS = repeatable("views", "select 'views';");
    private static final List<Statement> STATEMENTS = statements(
            "set work_mem = '8MB'", "create temporary table kept (id int)", "create index concurrently a on t (a)");

    private static List<Statement> statements(String... sql) {
        return Stream.of(sql).map(one -> new Statement(one, 1, 1, null)).toList();
    }

    private static Step step(Script script) {
        return new Step(script, 7, STATEMENTS, false);
    }

    private static ResumableStep only(Script script, HistoryRow... rows) {
        return ResumableStep.of(List.of(step(script)), history(rows)).getFirst();
    }

    @Test
    void stepsTakeTheRanksThatFollowTheHistory() {
        List<ResumableStep> resumables = ResumableStep.of(List.of(step(TWO), step(VIEWS)), history(applied(ONE)));
        assertThat(resumables).extracting(ResumableStep::rank).containsExactly(2, 3);
        assertThat(resumables.getFirst().rows()).containsExactly(NewRow.of(2, TWO, 7));
        assertThat(resumables.getFirst().rest()).isEqualTo(STATEMENTS);
    }

    @Test
    void aScriptThatWasBegunKeepsItsRankAndGoesOnWhereItStopped() {
        ResumableStep resumable = only(TWO, applied(ONE), failed(TWO, ResumePoint.checksum(STATEMENTS, 1)));
        assertThat(resumable.rank()).isEqualTo(2);
        assertThat(resumable.rest()).isEqualTo(STATEMENTS.subList(1, 3));
        assertThat(resumable.stood()).isEmpty();
        assertThat(resumable.isComplete()).isFalse();
        assertThat(resumable.settings()).isEqualTo(STATEMENTS.subList(0, 1));
        assertThat(resumable.madeTemporary()).isFalse();
    }

    @Test
    void whatOnlyItsSessionHadIsKnown() {
        ResumableStep resumable = only(TWO, failed(TWO, ResumePoint.begun(STATEMENTS, 2, 1)));
        assertThat(resumable.stood()).isEqualTo(OptionalInt.of(1));
        assertThat(resumable.settings()).isEqualTo(STATEMENTS.subList(0, 1));
        assertThat(resumable.madeTemporary()).isTrue();
    }

    @Test
    void aScriptWhoseStatementsAllRanIsOnlyRecorded() {
        ResumableStep resumable = only(TWO, failed(TWO, ResumePoint.checksum(STATEMENTS, 3)));
        assertThat(resumable.isComplete()).isTrue();
        assertThat(resumable.rest()).isEmpty();
    }

    @Test
    void aScriptWhoseBeginningChangedIsRefused() {
        HistoryRow row = failed(TWO, ResumePoint.checksum(statements("select 'other'"), 1));
        assertThat(catchThrowableOfType(SlipwayException.class, () -> only(TWO, row))
                        .failure())
                .isEqualTo(new HistoryMismatch(List.of(new Mismatch.Failed("2", "V2__step.sql"))));
    }

    @Test
    void theFirstStepDownMakesRepeatableScriptsPendingAgain() {
        History history = history(applied(ONE), applied(TWO), applied(VIEWS));
        List<ResumableStep> resumables = ResumableStep.down(List.of(step(undo("2")), step(undo("1"))), history);
        assertThat(resumables).extracting(ResumableStep::rank).containsExactly(4, 6);
        assertThat(resumables.getFirst().rows())
                .containsExactly(
                        NewRow.of(4, undo("2"), 7),
                        NewRow.takingBack(5, history.repeatables().getFirst()));
        assertThat(resumables.getLast().rows()).containsExactly(NewRow.of(6, undo("1"), 7));
    }
}
