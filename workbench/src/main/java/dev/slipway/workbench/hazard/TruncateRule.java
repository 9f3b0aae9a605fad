package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.ScriptTrace.File;
import java.util.List;

/// A table is emptied at one blow.
record TruncateRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        return seen.now().relations().stream()
                .filter(touched -> touched.file() == File.EMPTIED)
                .map(touched -> new HazardSighting(
                        Hazard.TRUNCATED_TABLE, "all rows of %s were removed".formatted(touched.relation())))
                .toList();
    }
}
