package dev.slipway.runner.engine.verify;

/// One reason why the database cannot serve the model.
///
/// @param where a table, a column of it, or a role
/// @param effect what comes of it if nothing is done
public record Finding(String where, String what, String effect, String remedy) {}
