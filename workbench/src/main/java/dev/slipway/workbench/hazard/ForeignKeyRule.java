package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.CatalogChange.ForeignKeyUnindexed;
import java.util.List;

/// A foreign key is there and no index that begins with its columns.
record ForeignKeyRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        return seen.changes(ForeignKeyUnindexed.class)
                .map(change -> new HazardSighting(
                        Hazard.FOREIGN_KEY_WITHOUT_INDEX,
                        "no index of %s begins with %s, the columns of foreign key %s"
                                .formatted(change.table(), String.join(", ", change.columns()), change.constraint())))
                .toList();
    }
}
