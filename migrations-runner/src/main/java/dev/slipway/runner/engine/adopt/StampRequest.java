package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.plan.Target;
import dev.slipway.runner.model.script.ScriptSet;
import java.time.Duration;

/// What a stamp is asked to do.
///
/// @param runLockTimeout how long to wait for another runner
public record StampRequest(ScriptSet scripts, Target target, String historyTable, Duration runLockTimeout) {}
