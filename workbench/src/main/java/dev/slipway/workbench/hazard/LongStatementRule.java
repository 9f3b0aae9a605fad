package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.ScriptTrace.Reading;
import dev.slipway.workbench.trace.ScriptTrace.Touched;
import java.util.List;
import java.util.stream.Stream;

/// Something that takes longer the more rows there are goes on under a lock that keeps everybody out.
record LongStatementRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        return seen.lockedBefore()
                .limit(1)
                .flatMap(locked -> read(seen)
                        .map(table -> new HazardSighting(
                                Hazard.WORK_UNDER_EXCLUSIVE_LOCK,
                                "all rows of %s were read under the lock on %s".formatted(table, locked.text()))))
                .toList();
    }

    private static Stream<String> read(StatementContext seen) {
        return seen.now().relations().stream()
                .filter(touched -> touched.kind().holdsRows() && touched.reading() == Reading.WHOLE)
                .map(Touched::root)
                .distinct()
                .limit(1);
    }
}
