package dev.slipway.runner.engine.manifest;

/// How a run is to be held to what was proved.
///
/// @param acceptDrift whether to go on if the schema is not the proved one
public record ProofRequest(ManifestFile manifest, boolean acceptDrift) {}
