package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.CatalogChange.NotNullSet;
import java.util.List;

/// A column becomes NOT NULL, and no valid check spares PostgreSQL the look at all rows.
record NotNullRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        return seen.changes(NotNullSet.class)
                .filter(change -> seen.isScanned(change.table()))
                .map(change -> new HazardSighting(
                        Hazard.NOT_NULL_SCAN,
                        "%s was locked against reads and writes while all its rows were read for nulls in %s"
                                .formatted(change.table(), change.column())))
                .toList();
    }
}
