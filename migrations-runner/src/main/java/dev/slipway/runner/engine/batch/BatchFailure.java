package dev.slipway.runner.engine.batch;

import dev.slipway.runner.model.failure.Failure;

/// Why batches cannot run, or have to run first.
public sealed interface BatchFailure extends Failure permits BatchIncomplete, BatchRefused {}
