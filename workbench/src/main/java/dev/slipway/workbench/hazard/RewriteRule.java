package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.CatalogChange.ColumnAdded;
import dev.slipway.workbench.trace.CatalogChange.IndexRebuilt;
import dev.slipway.workbench.trace.CatalogChange.TypeChanged;
import dev.slipway.workbench.trace.ScriptTrace.File;
import dev.slipway.workbench.trace.ScriptTrace.Touched;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// All rows of a table are written anew, told apart by what makes them so.
record RewriteRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        List<HazardSighting> sightings = new ArrayList<>();
        seen.changes(TypeChanged.class)
                .filter(change -> isWrittenAnew(seen, change.table()))
                .forEach(change -> sightings.add(typeChange(change)));
        for (String table : rewritten(seen)) {
            if (seen.changes(TypeChanged.class, table).findAny().isEmpty()) {
                sightings.add(rewritten(seen, table));
            }
        }
        return sightings;
    }

    private static HazardSighting typeChange(TypeChanged change) {
        String what = change.from().equals(change.to())
                ? "%s got another collation".formatted(change.column())
                : "%s was changed from %s to %s".formatted(change.column(), change.from(), change.to());
        return new HazardSighting(
                Hazard.TYPE_CHANGE,
                "%s was locked against reads and writes while %s in all rows".formatted(change.table(), what));
    }

    private static boolean isWrittenAnew(StatementContext seen, String table) {
        return seen.isRewritten(table)
                || seen.changes(IndexRebuilt.class, table).findAny().isPresent();
    }

    private static Set<String> rewritten(StatementContext seen) {
        return seen.now().relations().stream()
                .filter(touched -> touched.file() == File.REWRITTEN)
                .map(Touched::root)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A generated column has no value of its own that could be filled in later.
    private static HazardSighting rewritten(StatementContext seen, String table) {
        List<ColumnAdded> added = seen.changes(ColumnAdded.class, table).toList();
        boolean generates = added.stream().anyMatch(ColumnAdded::generated);
        String filled = added.stream()
                .filter(ColumnAdded::filled)
                .map(ColumnAdded::column)
                .collect(Collectors.joining(", "));
        return filled.isEmpty() || generates
                ? new HazardSighting(
                        Hazard.TABLE_REWRITE,
                        "%s was locked against reads and writes while all its rows were written anew".formatted(table))
                : new HazardSighting(
                        Hazard.VOLATILE_DEFAULT,
                        "%s was locked against reads and writes while all its rows got a value for %s"
                                .formatted(table, filled));
    }
}
