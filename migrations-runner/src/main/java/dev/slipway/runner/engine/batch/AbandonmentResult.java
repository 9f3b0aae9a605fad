package dev.slipway.runner.engine.batch;

import dev.slipway.runner.model.Version;

/// A large change of data that was given up.
///
/// @param database without secrets
/// @param rows how many it had changed
/// @param share of its table, in percent
/// @param abandoned whether there was something left to give up
public record AbandonmentResult(
        String database, Version version, String script, long rows, int share, boolean abandoned) {}
