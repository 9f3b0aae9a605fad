package dev.slipway.runner.model.impact;

import dev.slipway.runner.model.manifest.WorkKind;

/// What a script of an earlier run took on the same database.
///
/// @param kind what took most of its time
/// @param expected seconds, by what is measured elsewhere
/// @param took seconds
public record EarlierWork(WorkKind kind, double expected, double took) {}
