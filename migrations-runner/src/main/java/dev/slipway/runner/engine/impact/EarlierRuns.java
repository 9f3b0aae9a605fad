package dev.slipway.runner.engine.impact;

import dev.slipway.runner.model.impact.EarlierWork;
import dev.slipway.runner.model.impact.TimeRange;
import dev.slipway.runner.model.manifest.WorkKind;
import java.util.List;

/// What earlier runs took on a database, which knows more of its disks than a benchmark.
record EarlierRuns(List<EarlierWork> earlier) {
    static final EarlierRuns NONE = new EarlierRuns(List.of());

    /// How far the next run may be from the middle one of those before.
    private static final double SPREAD = 1.7;

    EarlierRuns {
        earlier = List.copyOf(earlier);
    }

    /// The range around what it took here in the middle of earlier cases, first of all those of the same kind.
    TimeRange corrected(WorkKind kind, TimeRange expected) {
        List<EarlierWork> same =
                earlier.stream().filter(work -> work.kind() == kind).toList();
        List<Double> factors = (same.isEmpty() ? earlier : same)
                .stream().map(work -> work.took() / work.expected()).sorted().toList();
        if (factors.isEmpty()) {
            return expected;
        }
        double middle = expected.middle() * factors.get((factors.size() - 1) / 2);
        return TimeRange.ofSeconds(middle / SPREAD, middle * SPREAD);
    }
}
