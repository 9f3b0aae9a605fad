package dev.slipway.runner.engine.impact;

import dev.slipway.runner.model.failure.Failure;

/// Why a run that may lock tables for a limited time alone does not begin.
public sealed interface ImpactFailure extends Failure permits LockTimeUnknown, LockTooLong, SizesUnknown {}
