package dev.slipway.runner.engine.revision;

import org.jspecify.annotations.Nullable;

/// Which revision gets another version.
///
/// @param script the path or name of its script, or its version if no other script has it
/// @param version as it is to stand in the names of the files, or null for the next one
public record RenumberRequest(String script, @Nullable String version) {}
