package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.script.ScriptSet;
import java.time.Duration;

/// What holds for all steps of a run.
///
/// @param lockTimeout how long a statement may wait for a lock before its script is rolled back and tried again
/// @param guard what lets a script count as run
/// @param laterBatches whether scripts that run in batches are only recorded, and left to another run
public record RunSettings(
        Direction direction, ScriptSet scripts, Duration lockTimeout, StepGuard guard, boolean laterBatches) {
    /// Batches are run where they stand.
    public RunSettings(Direction direction, ScriptSet scripts, Duration lockTimeout, StepGuard guard) {
        this(direction, scripts, lockTimeout, guard, false);
    }
}
