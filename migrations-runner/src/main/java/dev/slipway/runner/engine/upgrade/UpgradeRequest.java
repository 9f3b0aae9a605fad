package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.manifest.ProofRequest;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.step.LockLimits;
import java.time.Duration;

/// What an upgrade is asked to do.
///
/// @param runLockTimeout how long to wait for another runner
/// @param outOfOrder whether scripts below the position may be applied late
public record UpgradeRequest(
        RevisionGraph graph,
        Target target,
        String historyTable,
        Placeholders placeholders,
        LockLimits locks,
        Duration runLockTimeout,
        boolean outOfOrder,
        ProofRequest proof) {}
