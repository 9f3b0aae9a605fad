package dev.slipway.runner.model.hazard;

/// `-- allow: blocking-index REASON` in the header of a script, or `# allow: ...` in the configuration file beside it.
///
/// @param path of the file in which it stands, relative to its location
/// @param line where it stands, counted from 1
public record Allowance(Hazard hazard, String reason, String path, int line) {}
