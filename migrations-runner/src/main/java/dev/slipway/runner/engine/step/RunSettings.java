package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.script.ScriptSet;

/// What holds for all steps of a run.
///
/// @param guard what lets a script count as run
public record RunSettings(Direction direction, ScriptSet scripts, LockLimits locks, StepGuard guard) {}
