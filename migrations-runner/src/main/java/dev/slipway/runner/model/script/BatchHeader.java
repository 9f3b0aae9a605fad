package dev.slipway.runner.model.script;

/// What the header says of batches.
///
/// @param text behind `-- batch:`
/// @param line of the file, counted from 1
public record BatchHeader(String text, int line) {}
