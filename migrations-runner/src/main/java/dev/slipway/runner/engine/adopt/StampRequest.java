package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import java.time.Duration;

/// What a stamp is asked to do.
///
/// @param purge whether to forget what contradicts it
/// @param runLockTimeout how long to wait for another runner
public record StampRequest(
        RevisionGraph graph, Target target, boolean purge, String historyTable, Duration runLockTimeout) {}
