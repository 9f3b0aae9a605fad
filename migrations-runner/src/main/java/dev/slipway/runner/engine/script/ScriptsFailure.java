package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.Failure;

/// Why scripts cannot be read.
public sealed interface ScriptsFailure extends Failure permits ScriptsInvalid, ScriptsMissing {}
