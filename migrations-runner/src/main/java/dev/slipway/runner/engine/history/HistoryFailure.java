package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.failure.Failure;

/// Why the history of a database cannot be used.
public sealed interface HistoryFailure extends Failure
        permits DatabaseUnmanaged, HistoryElsewhere, HistoryMismatch, HistoryMissing, RevisionApplied, SchemaGone {}
