package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.manifest.WorkKind;
import dev.slipway.workbench.trace.CatalogChange;
import dev.slipway.workbench.trace.CatalogChange.ConstraintAdded;
import dev.slipway.workbench.trace.CatalogChange.ConstraintValidated;
import dev.slipway.workbench.trace.CatalogChange.IndexAdded;
import dev.slipway.workbench.trace.CatalogChange.IndexRebuilt;
import dev.slipway.workbench.trace.CatalogChange.NotNullSet;
import dev.slipway.workbench.trace.ConstraintKind;
import dev.slipway.workbench.trace.ScriptTrace.File;
import dev.slipway.workbench.trace.ScriptTrace.Reading;
import dev.slipway.workbench.trace.ScriptTrace.Rows;
import dev.slipway.workbench.trace.ScriptTrace.Touched;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a statement does with one table, once for each time the rows are gone through.
///
/// @param members the table, or its partitions as well
record StatementWork(StatementContext seen, String table, List<Touched> members) {
    List<WorkKind> kinds() {
        boolean rewritten = has(touched -> touched.file() == File.REWRITTEN);
        boolean gone = has(touched -> touched.file() == File.EMPTIED || touched.file() == File.DROPPED);
        List<WorkKind> kinds = new ArrayList<>();
        if (rewritten) {
            kinds.add(WorkKind.REWRITE);
        } else if (!gone) {
            kinds.addAll(Collections.nCopies(indexes(), WorkKind.INDEX));
        }
        kinds.addAll(Collections.nCopies(constraints(ConstraintKind.FOREIGN_KEY), WorkKind.FOREIGN_KEY));
        if (!rewritten && (constraints(ConstraintKind.CHECK) > 0 || isSearchedForNulls())) {
            kinds.add(WorkKind.CHECK);
        }
        if (has(touched -> touched.rows() == Rows.MANY)) {
            kinds.add(WorkKind.WRITE);
        }
        if (kinds.isEmpty() && !gone && isScanned()) {
            kinds.add(WorkKind.SCAN);
        }
        return kinds;
    }

    private boolean has(Predicate<Touched> property) {
        return members.stream().anyMatch(property);
    }

    private boolean isScanned() {
        return has(touched -> touched.reading() == Reading.WHOLE);
    }

    private boolean isSearchedForNulls() {
        return isScanned() && most(changes(NotNullSet.class)) > 0;
    }

    /// Of a partitioned table alone there is nothing to build, and what PostgreSQL runs in no transaction is not seen.
    private int indexes() {
        boolean built = isScanned() || members.isEmpty();
        return most(changes(IndexAdded.class).filter(_ -> built))
                + most(changes(ConstraintAdded.class).filter(ConstraintAdded::builds))
                + most(changes(IndexRebuilt.class));
    }

    /// A constraint of a new column without values needs no look at the rows.
    private int constraints(ConstraintKind kind) {
        boolean read = has(touched -> touched.reading() != Reading.NONE);
        return most(changes(ConstraintAdded.class).filter(added -> read && added.kind() == kind && added.validated()))
                + most(changes(ConstraintValidated.class).filter(validated -> validated.kind() == kind));
    }

    private <C extends CatalogChange> Stream<C> changes(Class<C> kind) {
        return seen.changes(kind)
                .filter(change -> change.table().equals(table)
                        || has(touched -> touched.relation().equals(change.table())));
    }

    /// How many there are of the table or of that partition which has the most: a change of all is seen in each.
    private static int most(Stream<? extends CatalogChange> changes) {
        return changes.collect(Collectors.groupingBy(CatalogChange::table, Collectors.counting())).values().stream()
                .mapToInt(Long::intValue)
                .max()
                .orElse(0);
    }
}
