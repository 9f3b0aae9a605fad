package dev.slipway.runner.model.manifest;

import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Change;
import java.util.List;

/// One repeatable script as it was proved after all revisions.
///
/// @param changes what it does to the schema when it runs for the first time
public record ProvedRepeatable(ProvedScript script, List<Change> changes, List<HazardFound> hazards) {
    public ProvedRepeatable {
        changes = List.copyOf(changes);
        hazards = List.copyOf(hazards);
    }
}
