package dev.slipway.runner.engine.adopt;

import static dev.slipway.runner.Given.applied;
import static dev.slipway.runner.Given.baseline;
import static dev.slipway.runner.Given.failed;
import static dev.slipway.runner.Given.history;
import static dev.slipway.runner.Given.scripts;
import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.HistoryMismatch;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StampPlanTest {
    private static final Script.Versioned ONE = versioned("1");
    private static final Script.Versioned TWO = versioned("2");
    private static final Script.Versioned THREE = versioned("3");
    private static final RevisionGraph GRAPH = RevisionGraph.of(scripts(ONE, TWO, THREE));

    private static StampPlan plan(History history, String... claimed) {
        return StampPlan.of(
                GRAPH,
                history,
                new TreeSet<>(Stream.of(claimed).map(Version::of).toList()));
    }

    private static Failure refusal(StampPlan plan) {
        return catchThrowableOfType(SlipwayException.class, () -> plan.refuse("app", List.of(Version.of("1"))))
                .failure();
    }

    @Test
    void whatTheHistoryDoesNotHoldIsWritten() {
        History history = history(applied(ONE));
        StampPlan plan = plan(history, "1", "2", "3");
        plan.refuse("app", List.of(Version.of("3")));
        assertThat(plan).isEqualTo(new StampPlan(List.of(TWO, THREE), List.of(), List.of(), List.of()));
        assertThat(plan.rows(history))
                .containsExactly(
                        NewRow.of(2, TWO, TWO.file().checksum()),
                        NewRow.of(3, THREE, THREE.file().checksum()));
    }

    @Test
    void whatTheHistoryHoldsBeyondItIsDenied() {
        History history = history(applied(ONE), applied(TWO));
        StampPlan plan = plan(history, "1");
        HistoryRow two = history.rows().getLast();
        assertThat(plan.forgotten()).containsExactly(two);
        assertThat(plan.forgottenVersions()).containsExactly(Version.of("2"));
        assertThat(refusal(plan)).isEqualTo(new StampContradicted("app", List.of(Version.of("1")), plan.denied()));
        assertThat(plan.rows(history)).containsExactly(NewRow.takingBack(3, two));
    }

    @Test
    void aRowThatFailedOrDiffersFromItsScriptIsWrittenAnew() {
        History history = history(applied(versioned("1", "select 'other';")), failed(TWO, 7));
        StampPlan plan = plan(history, "1", "2");
        assertThat(plan.denied()).isEmpty();
        assertThat(plan.forgottenVersions()).containsExactly(Version.of("1"), Version.of("2"));
        assertThat(refusal(plan)).isEqualTo(new HistoryMismatch(plan.mismatches()));
        assertThat(plan.rows(history))
                .extracting(NewRow::rank, NewRow::type)
                .containsExactly(tuple(3, "DELETE"), tuple(4, "DELETE"), tuple(5, "SQL"), tuple(6, "SQL"));
    }

    @Test
    void whatABaselineCoversIsNeitherWrittenNorDenied() {
        StampPlan plan = plan(history(baseline("2")), "1", "2", "3");
        assertThat(plan).isEqualTo(new StampPlan(List.of(THREE), List.of(), List.of(), List.of()));
    }

    @Test
    void aBaselineThatIsNotClaimedIsDenied() {
        assertThat(plan(history(baseline("2")), "1").denied()).containsExactly(Version.of("2"));
    }
}
