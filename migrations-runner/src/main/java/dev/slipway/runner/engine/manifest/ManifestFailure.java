package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.model.failure.Failure;

/// Why a manifest cannot be used.
public sealed interface ManifestFailure extends Failure permits ManifestAltered, ManifestUnreadable {}
