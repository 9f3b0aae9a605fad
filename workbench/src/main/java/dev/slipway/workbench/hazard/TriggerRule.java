package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.CatalogChange.TriggersDisabled;
import java.util.List;

/// A trigger is switched off for good.
record TriggerRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        return seen.changes(TriggersDisabled.class)
                .map(change -> new HazardSighting(
                        Hazard.DISABLED_TRIGGER,
                        "of %s, what stays disabled is %s"
                                .formatted(change.table(), String.join(", ", change.triggers()))))
                .toList();
    }
}
