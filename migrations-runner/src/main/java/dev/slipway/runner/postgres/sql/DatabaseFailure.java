package dev.slipway.runner.postgres.sql;

import dev.slipway.runner.model.failure.Failure;

/// What a server refuses, or why there is none.
public sealed interface DatabaseFailure extends Failure
        permits DatabaseRefused, DatabaseUnavailable, ScratchRefused, VersionUnreadable {}
