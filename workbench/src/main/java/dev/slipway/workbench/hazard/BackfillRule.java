package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.ScriptTrace.Rows;
import dev.slipway.workbench.trace.ScriptTrace.StatementTrace;
import dev.slipway.workbench.trace.ScriptTrace.Touched;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// As many rows as there are get written in a transaction that also changes a table. Said of a table once.
record BackfillRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        Optional<StatementContext.Locked> change = changed(seen);
        return seen.now().relations().stream()
                .filter(touched -> touched.rows() == Rows.MANY)
                .map(Touched::root)
                .distinct()
                .filter(table -> !isFilled(seen.earlier(), table))
                .flatMap(table -> change.stream()
                        .map(locked -> new HazardSighting(
                                Hazard.BACKFILL_WITH_DDL,
                                "rows of %s were written in one transaction with the change of %s"
                                        .formatted(table, locked.text()))))
                .toList();
    }

    private static Optional<StatementContext.Locked> changed(StatementContext seen) {
        return seen.together()
                .flatMap(statement -> statement.relations().stream()
                        .filter(touched -> touched.kind().holdsRows() && StatementContext.blocksWrites(touched))
                        .map(touched -> seen.locked(touched, statement)))
                .findFirst();
    }

    private static boolean isFilled(Stream<StatementTrace> earlier, String table) {
        return earlier.flatMap(statement -> statement.relations().stream())
                .anyMatch(touched -> touched.root().equals(table) && touched.rows() == Rows.MANY);
    }
}
