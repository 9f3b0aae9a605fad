package dev.slipway.runner.model.failure;

/// What befalls a run on its way.
public sealed interface RunFailure extends Failure
        permits ConnectionLost, IndexInvalid, Interrupted, Overtaken, ResultUnread, ScriptFailed {}
