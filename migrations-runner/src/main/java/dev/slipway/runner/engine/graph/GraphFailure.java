package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.failure.Failure;

/// Why revisions do not lead to one head.
public sealed interface GraphFailure extends Failure permits NothingToMerge, SeveralHeads {}
