package dev.slipway.runner.model.history;

import static dev.slipway.runner.Given.applied;
import static dev.slipway.runner.Given.baseline;
import static dev.slipway.runner.Given.deleted;
import static dev.slipway.runner.Given.failed;
import static dev.slipway.runner.Given.history;
import static dev.slipway.runner.Given.repeatable;
import static dev.slipway.runner.Given.row;
import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Script;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private static final Script.Versioned ONE = versioned("1");
    private static final Script.Versioned TWO = versioned("2");
    private static final Script.Versioned TEN = versioned("10");
    private static final Script.Repeatable VIEWS = repeatable("views", "select 1;");

    @Test
    void aDeleteTakesTheRowOfItsVersionBack() {
        assertThat(history(applied(ONE), applied(TWO), deleted(TWO)).versions().keySet())
                .containsExactly(Version.of("1"));
        assertThat(history(applied(ONE), applied(TWO), deleted(TWO), applied(TWO))
                        .versions()
                        .keySet())
                .containsExactly(Version.of("1"), Version.of("2"));
        assertThat(history(applied(ONE), deleted(ONE)).versions()).isEmpty();
    }

    @Test
    void aDeleteThatDidNotComeToItsEndStands() {
        HistoryRow begun = row(ONE, HistoryRow.DELETE, 0, false);
        History history = history(applied(ONE), begun);
        assertThat(history.versions().get(Version.of("1")))
                .isEqualTo(history.rows().getLast());
    }

    @Test
    void oneRowStandsForAVersion() {
        History history = history(applied(TWO), failed(ONE, 0), applied(versioned("2.0")));
        assertThat(history.versions().keySet()).containsExactly(Version.of("1"), Version.of("2"));
        assertThat(history.versions().get(Version.of("2")))
                .isEqualTo(history.rows().getLast());
    }

    @Test
    void theLastRunOfARepeatableCounts() {
        History history = history(applied(VIEWS), applied(ONE), failed(VIEWS, 7));
        assertThat(history.lastRun("views")).contains(history.rows().getLast());
        assertThat(history.lastRun("other")).isEmpty();
        assertThat(history(applied(VIEWS), deleted(VIEWS)).lastRun("views")).isEmpty();
    }

    @Test
    void aBaselineIsFoundUnlessItWasTakenBack() {
        assertThat(history(applied(ONE)).baseline()).isEmpty();
        assertThat(history(baseline("2"), applied(TEN)).baseline()).contains(Version.of("2"));
        assertThat(history(baseline("2"), deleted(TWO)).baseline()).isEmpty();
    }

    @Test
    void ranksGoOnFromTheLastRow() {
        assertThat(History.EMPTY.nextRank()).isEqualTo(1);
        assertThat(history(applied(ONE), applied(VIEWS)).nextRank()).isEqualTo(3);
    }
}
