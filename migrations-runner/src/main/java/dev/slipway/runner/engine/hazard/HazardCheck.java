package dev.slipway.runner.engine.hazard;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.trace.ScriptTrace;
import java.util.List;

/// Finds the hazards of one script.
public final class HazardCheck {
    private HazardCheck() {}

    /// @param before the schema before the script
    /// @param after the schema after it
    @SuppressWarnings("unused") // until the first hazard is found here
    public static List<HazardFound> of(Step step, ScriptTrace trace, Schema before, Schema after) {
        return List.of();
    }
}
