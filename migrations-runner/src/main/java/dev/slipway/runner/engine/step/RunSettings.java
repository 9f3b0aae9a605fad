package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.batch.BatchPolicy;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.script.ScriptSet;

/// What holds for all steps of a run.
///
/// @param guard what lets a script count as run
/// @param batches when they run
public record RunSettings(
        Direction direction, ScriptSet scripts, LockLimits locks, StepGuard guard, BatchPolicy batches) {
    /// Batches are run where they stand.
    public RunSettings(Direction direction, ScriptSet scripts, LockLimits locks, StepGuard guard) {
        this(direction, scripts, locks, guard, BatchPolicy.alone());
    }
}
