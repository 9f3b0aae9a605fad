package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.manifest.ManifestFile;

/// How a run is to be held to what was proved.
///
/// @param acceptDrift whether to go on if the schema is not the proved one
public record ProofRequest(ManifestFile manifest, boolean acceptDrift) {}
