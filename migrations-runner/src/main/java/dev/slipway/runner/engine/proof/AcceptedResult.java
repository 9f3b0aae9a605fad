package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.schema.SchemaDifference;

/// What a script left otherwise than it was proved, and what was accepted.
///
/// @param script its file name
public record AcceptedResult(String script, SchemaDifference difference) {}
