package dev.slipway.runner.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.impact.EarlierWork;
import dev.slipway.runner.model.impact.TimeRange;
import dev.slipway.runner.model.manifest.WorkKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EarlierRunsTest {
    private static final TimeRange EXPECTED = TimeRange.ofSeconds(10, 40);

    private static EarlierWork rewrite(double expected, double took) {
        return new EarlierWork(WorkKind.REWRITE, expected, took);
    }

    @Test
    void withoutEarlierRunsTheMeasuredRangeHolds() {
        assertThat(EarlierRuns.NONE.corrected(WorkKind.REWRITE, EXPECTED)).isEqualTo(EXPECTED);
    }

    @Test
    void theRangeGoesAroundWhatItTookHere() {
        assertThat(new EarlierRuns(List.of(rewrite(10, 5))).corrected(WorkKind.REWRITE, EXPECTED))
                .isEqualTo(TimeRange.ofSeconds(10 / 1.7, 10 * 1.7));
    }

    @Test
    void oneSlowRunAmongOthersDoesNotCount() {
        EarlierRuns runs = new EarlierRuns(List.of(rewrite(1, 1), rewrite(1, 90), rewrite(1, 1.1)));
        assertThat(runs.corrected(WorkKind.REWRITE, EXPECTED)).isEqualTo(TimeRange.ofSeconds(22 / 1.7, 22 * 1.7));
    }

    @Test
    void theSameWorkTellsMoreThanAnother() {
        EarlierRuns runs = new EarlierRuns(List.of(new EarlierWork(WorkKind.INDEX, 1, 4), rewrite(1, 2)));

        assertThat(runs.corrected(WorkKind.INDEX, EXPECTED)).isEqualTo(TimeRange.ofSeconds(80 / 1.7, 80 * 1.7));
        assertThat(runs.corrected(WorkKind.REWRITE, EXPECTED)).isEqualTo(TimeRange.ofSeconds(40 / 1.7, 40 * 1.7));
        assertThat(runs.corrected(WorkKind.SCAN, EXPECTED)).isEqualTo(TimeRange.ofSeconds(40 / 1.7, 40 * 1.7));
    }
}
