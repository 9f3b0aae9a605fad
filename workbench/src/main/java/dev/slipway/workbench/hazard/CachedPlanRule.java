package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.CatalogChange.IndexRebuilt;
import dev.slipway.workbench.trace.CatalogChange.ResultTypeChanged;
import java.util.List;

/// A column gives another type under the name that it had, and no row is written anew: what is, has `type-change`.
///
/// A service keeps the statements that it prepared, and PostgreSQL refuses to run one whose result has another type
/// (`RevalidateCachedQuery`).
record CachedPlanRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        return seen.changes(ResultTypeChanged.class)
                .filter(change -> !seen.isRewritten(change.table())
                        && seen.changes(IndexRebuilt.class, change.table())
                                .findAny()
                                .isEmpty())
                .map(change -> new HazardSighting(Hazard.CACHED_PLAN, text(change)))
                .toList();
    }

    private static String text(ResultTypeChanged change) {
        return change.from().equals(change.to())
                ? "%s of %s has another collation".formatted(change.column(), change.table())
                : "%s of %s was %s and is %s".formatted(change.column(), change.table(), change.from(), change.to());
    }
}
