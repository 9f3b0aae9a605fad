package dev.slipway.runner.model.hazard;

/// `-- allow: blocking-index REASON` in the header of a script.
///
/// @param line where it stands, counted from 1
public record Allowance(Hazard hazard, String reason, int line) {}
