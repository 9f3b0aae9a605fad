package dev.slipway.runner.engine.step;

/// That a repeatable script has to run again although it did not change.
///
/// @param script its path in the location
/// @param why in words: `its view names was dropped by 2`
public record RepeatAgain(String script, String why) {}
