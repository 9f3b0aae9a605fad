package dev.slipway.runner.engine.plan;

import static dev.slipway.runner.Given.applied;
import static dev.slipway.runner.Given.baseline;
import static dev.slipway.runner.Given.deleted;
import static dev.slipway.runner.Given.failed;
import static dev.slipway.runner.Given.history;
import static dev.slipway.runner.Given.repeatable;
import static dev.slipway.runner.Given.revising;
import static dev.slipway.runner.Given.scripts;
import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.HistoryMismatch;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    private static final Script.Versioned ONE = versioned("1");
    private static final Script.Versioned TWO = versioned("2");
    private static final Script.Versioned THREE = versioned("3");
    private static final Script.Repeatable VIEWS = repeatable("views", "select 'views';");
    private static final ScriptSet ALL = scripts(THREE, VIEWS, TWO, ONE);

    private static List<String> pending(ScriptSet scripts, History history, Target target, boolean outOfOrder) {
        Pending pending =
                new Planner(RevisionGraph.of(scripts), new Placeholders(Map::of)).pending(history, target, outOfOrder);
        return Stream.<Script>concat(
                        pending.versioned().stream(),
                        pending.repeatable().stream().map(Pending.Repeat::script))
                .map(Script::label)
                .toList();
    }

    private static List<String> pending(History history) {
        return pending(ALL, history, new Target.Heads(), false);
    }

    private static Failure failure(Runnable planning) {
        return catchThrowableOfType(SlipwayException.class, planning::run).failure();
    }

    @Test
    void everythingIsPendingAtFirstVersionsBeforeRepeatables() {
        assertThat(pending(History.EMPTY)).containsExactly("1", "2", "3", "R views");
    }

    @Test
    void nothingIsPendingWhenAllWasApplied() {
        assertThat(pending(history(applied(ONE), applied(TWO), applied(THREE), applied(VIEWS))))
                .isEmpty();
    }

    @Test
    void whatIsNewIsPending() {
        assertThat(pending(history(applied(ONE), applied(VIEWS), applied(TWO)))).containsExactly("3");
    }

    @Test
    void aTargetLeavesOutWhatComesAfterItAndRepeatables() {
        assertThat(pending(ALL, history(applied(ONE)), new Target.At(Version.of("2")), false))
                .containsExactly("2");
        assertThat(pending(ALL, history(applied(ONE)), new Target.At(Version.of("1")), false))
                .isEmpty();
    }

    @Test
    void aBaselineStandsForAllUpToIt() {
        assertThat(pending(history(baseline("2")))).containsExactly("3", "R views");
        assertThat(pending(history(baseline("2.5")))).containsExactly("3", "R views");
        assertThat(pending(history(baseline("9")))).containsExactly("R views");
    }

    @Test
    void whatWasTakenBackIsPendingAgain() {
        assertThat(pending(history(applied(ONE), applied(TWO), applied(THREE), deleted(THREE))))
                .containsExactly("3", "R views");
        assertThat(pending(history(applied(ONE), applied(TWO), deleted(TWO), applied(TWO), applied(THREE))))
                .containsExactly("R views");
    }

    @Test
    void aScriptThatFailedIsPendingAgain() {
        assertThat(pending(history(applied(ONE), failed(TWO, 0)))).containsExactly("2", "3", "R views");
        assertThat(pending(history(applied(ONE), failed(TWO, 0), applied(THREE))))
                .containsExactly("2", "R views");
    }

    @Test
    void refusesScriptsAddedBelowThePosition() {
        assertThat(failure(() -> pending(history(applied(TWO), applied(THREE)))))
                .isEqualTo(new ScriptsOutOfOrder(List.of("/scripts/V1__step.sql"), List.of(Version.of("3"))));
        assertThat(failure(() -> pending(ALL, history(applied(TWO)), new Target.At(Version.of("1")), false)))
                .isEqualTo(new ScriptsOutOfOrder(List.of("/scripts/V1__step.sql"), List.of(Version.of("2"))));
        assertThat(failure(() -> pending(history(applied(ONE), applied(TWO), applied(THREE), deleted(ONE)))))
                .isEqualTo(new ScriptsOutOfOrder(List.of("/scripts/V1__step.sql"), List.of(Version.of("3"))));
    }

    @Test
    void appliesThemLateIfAsked() {
        assertThat(pending(ALL, history(applied(THREE)), new Target.Heads(), true))
                .containsExactly("1", "2", "R views");
    }

    @Test
    void refusesAHistoryThatDoesNotMatch() {
        ScriptSet less = scripts(ONE, versioned("3", "select 'changed';"));
        assertThat(failure(() ->
                        pending(less, history(applied(ONE), applied(TWO), applied(THREE)), new Target.Heads(), true)))
                .isEqualTo(new HistoryMismatch(List.of(
                        new Mismatch.Missing(Version.of("2"), "V2__step.sql"),
                        new Mismatch.Changed(
                                "V3__step.sql",
                                THREE.file().checksum(),
                                less.versioned().getLast().file().checksum()))));
    }

    @Test
    void repeatablesArePendingWhenTheyChanged() {
        Script.Repeatable changed = repeatable("views", "select 'other views';");
        assertThat(pending(scripts(VIEWS), history(applied(VIEWS)), new Target.Heads(), false))
                .isEmpty();
        assertThat(pending(scripts(changed), history(applied(VIEWS)), new Target.Heads(), false))
                .containsExactly("R views");
        assertThat(pending(scripts(VIEWS), history(applied(VIEWS), applied(changed)), new Target.Heads(), false))
                .containsExactly("R views");
        assertThat(pending(scripts(VIEWS), history(applied(changed), applied(VIEWS)), new Target.Heads(), false))
                .isEmpty();
    }

    @Test
    void repeatablesArePendingWhenTheirLastRunFailedOrWasTakenBack() {
        int checksum = VIEWS.file().checksum();
        assertThat(pending(scripts(VIEWS), history(failed(VIEWS, checksum)), new Target.Heads(), false))
                .containsExactly("R views");
        assertThat(pending(scripts(VIEWS), history(applied(VIEWS), deleted(VIEWS)), new Target.Heads(), false))
                .containsExactly("R views");
    }

    @Test
    void repeatablesArePendingWhenTheirPlaceholdersChanged() {
        ScriptSet scripts = scripts(repeatable("views", "select '${name}';"));
        History history = history(applied(repeatable("views", "select 'alice';")));
        assertThat(repeats(scripts, history, "alice")).isEmpty();
        assertThat(repeats(scripts, history, "bob"))
                .containsExactly(new Pending.Repeat(
                        scripts.repeatable().getFirst(),
                        repeatable("views", "select 'bob';").file().checksum()));
    }

    private static List<Pending.Repeat> repeats(ScriptSet scripts, History history, String name) {
        return new Planner(RevisionGraph.of(scripts), new Placeholders(() -> Map.of("name", name)))
                .pending(history, new Target.Heads(), false)
                .repeatable();
    }

    @Test
    void repeatablesArePendingWhenAPlaceholderHasNoValue() {
        ScriptSet scripts = scripts(repeatable("views", "select '${x}';"));
        assertThat(pending(scripts, history(applied(scripts.repeatable().getFirst())), new Target.Heads(), false))
                .containsExactly("R views");
    }

    @Test
    void aBranchIsAppliedWithoutTheOther() {
        ScriptSet scripts = scripts(ONE, TWO, revising("3", "1"), revising("4", "2", "3"));
        assertThat(pending(scripts, history(applied(ONE)), new Target.At(Version.of("3")), false))
                .containsExactly("3");
        assertThat(pending(scripts, history(applied(ONE), applied(TWO)), new Target.Heads(), false))
                .containsExactly("3", "4");
        assertThat(pending(scripts, history(applied(ONE), applied(revising("3", "1"))), new Target.Heads(), false))
                .containsExactly("2", "4");
    }

    @Test
    void stepsAreCountedFromThePosition() {
        assertThat(pending(ALL, history(applied(ONE)), new Target.Relative(1), false))
                .containsExactly("2");
        assertThat(pending(ALL, history(applied(ONE)), new Target.Relative(2), false))
                .containsExactly("2", "3");
        assertThat(pending(ALL, history(applied(ONE)), new Target.Relative(0), false))
                .isEmpty();
        assertThat(failure(() -> pending(ALL, history(applied(ONE)), new Target.Relative(3), false)))
                .isEqualTo(new UsageFailure("target \"+3\" is beyond the head: 2 revisions are pending", "use head"));
        assertThat(failure(() -> pending(ALL, history(applied(ONE)), new Target.Relative(-1), false)))
                .isEqualTo(new UsageFailure("target \"-1\" leads down", "use `downgrade -1`"));
    }

    @Test
    void nothingIsPendingOnTheWayToBase() {
        assertThat(pending(ALL, history(applied(ONE)), new Target.Base(), false))
                .isEmpty();
    }
}
