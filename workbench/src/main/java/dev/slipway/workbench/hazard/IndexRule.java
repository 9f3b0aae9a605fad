package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.CatalogChange.IndexAdded;
import dev.slipway.workbench.trace.CatalogChange.IndexDropped;
import dev.slipway.workbench.trace.CatalogChange.IndexRebuilt;
import dev.slipway.workbench.trace.CatalogChange.TypeChanged;
import java.util.List;
import java.util.stream.Stream;

/// An index is built or dropped without CONCURRENTLY.
record IndexRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        Stream<String> added = seen.changes(IndexAdded.class)
                .filter(index -> !index.online() && isBuilt(seen, index.table()))
                .map(index -> "%s was locked against writes while index %s was built"
                        .formatted(index.table(), index.index()));
        Stream<String> dropped = seen.changes(IndexDropped.class)
                .filter(index -> !index.online())
                .map(index -> "%s was locked against reads and writes while index %s was dropped"
                        .formatted(index.table(), index.index()));
        Stream<String> rebuilt = seen.changes(IndexRebuilt.class)
                .filter(index ->
                        seen.changes(TypeChanged.class, index.table()).findAny().isEmpty())
                .map(index -> "%s was locked against writes while index %s was rebuilt"
                        .formatted(index.table(), index.index()));
        return Stream.of(added, dropped, rebuilt)
                .flatMap(details -> details)
                .map(detail -> new HazardSighting(Hazard.BLOCKING_INDEX, detail))
                .toList();
    }

    /// Of a partitioned table alone there is nothing to build, and what a committing procedure reads is not seen.
    private static boolean isBuilt(StatementContext seen, String table) {
        return seen.isScanned(table) || seen.family(table).findAny().isEmpty();
    }
}
