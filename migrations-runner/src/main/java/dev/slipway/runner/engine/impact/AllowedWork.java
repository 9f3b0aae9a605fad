package dev.slipway.runner.engine.impact;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.script.Script;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whether the header of a script allows that a statement keeps others waiting.
///
/// @param hazards of the script
record AllowedWork(Script script, List<HazardFound> hazards) {
    private static final Set<Hazard> WAITING = EnumSet.of(
            Hazard.BLOCKING_INDEX,
            Hazard.UNIQUE_WITHOUT_INDEX,
            Hazard.VALIDATING_CONSTRAINT,
            Hazard.TABLE_REWRITE,
            Hazard.NOT_NULL_SCAN,
            Hazard.VOLATILE_DEFAULT,
            Hazard.TYPE_CHANGE,
            Hazard.WORK_UNDER_EXCLUSIVE_LOCK,
            Hazard.BACKFILL_WITH_DDL);

    boolean has(TableWork work) {
        List<Hazard> waiting = hazards.stream()
                .filter(found -> found.script().equals(script.file().path()) && found.line() == work.line())
                .map(HazardFound::hazard)
                .filter(WAITING::contains)
                .toList();
        return !waiting.isEmpty()
                && waiting.stream()
                        .allMatch(hazard -> script.header().reasonFor(hazard).isPresent());
    }
}
