package dev.slipway.runner.model.manifest;

/// What was found to be wrong with a script when it was proved, and is no hazard.
///
/// @param script the file, relative to its location
/// @param line from 1, or 0 if it is the whole script
/// @param effect what comes of it if nothing is done
public record ScriptFinding(String script, int line, String what, String effect, String remedy) {}
