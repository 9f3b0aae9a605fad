package dev.slipway.runner.engine.step;

/// A script that was run to its end.
///
/// @param script its path in the location
/// @param milliseconds how long its statements took
public record AppliedScript(String label, String description, String script, long milliseconds) {}
