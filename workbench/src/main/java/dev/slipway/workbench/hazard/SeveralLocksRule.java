package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.ScriptTrace.Touched;
import java.util.List;
import java.util.Optional;

/// A second table is locked against everybody while another one still is. What one statement locks cannot be told
/// apart and is no hazard by itself, nor is a table that the script drops: nobody should use it any more.
record SeveralLocksRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        return seen.now().relations().stream()
                .filter(touched -> touched.kind().holdsRows() && touched.lock() == LockMode.ACCESS_EXCLUSIVE)
                .map(Touched::root)
                .distinct()
                .filter(table -> !seen.isDropped(table)
                        && seen.lockedBefore()
                                .noneMatch(locked -> locked.table().equals(table)))
                .map(table -> StatementContext.Locked.other(seen.lockedBefore(), table)
                        .map(other -> new HazardSighting(
                                Hazard.SEVERAL_EXCLUSIVE_LOCKS,
                                "%s was locked against reads and writes together with %s"
                                        .formatted(table, other.text()))))
                .flatMap(Optional::stream)
                .toList();
    }
}
