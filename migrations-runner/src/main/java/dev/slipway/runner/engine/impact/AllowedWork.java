package dev.slipway.runner.engine.impact;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.script.Script;
import java.util.List;

/// Whether the header of a script allows that a statement keeps others waiting.
///
/// @param hazards of the script
record AllowedWork(Script script, List<HazardFound> hazards) {
    boolean has(TableWork work) {
        List<Hazard> waiting = hazards.stream()
                .filter(found -> found.script().equals(script.file().path()) && found.line() == work.line())
                .map(HazardFound::hazard)
                .filter(Hazard.WAITING::contains)
                .toList();
        return !waiting.isEmpty()
                && waiting.stream()
                        .allMatch(hazard -> script.header().reasonFor(hazard).isPresent());
    }
}
