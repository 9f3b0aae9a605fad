package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.failure.Failure;

/// Why no steps lead to a target.
public sealed interface PlanFailure extends Failure
        permits BaselineUnusable, NotReached, ScriptsOutOfOrder, UndoMissing {}
