package dev.slipway.runner.model.manifest;

/// A baseline script as it was proved beside the scripts it stands for.
///
/// @param fingerprint of the schema that it makes, which is that of the revision it stands for
public record ProvedBaseline(ProvedScript script, String fingerprint) {}
