package dev.slipway.runner.engine.downgrade;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.proof.ProofRequest;
import java.time.Duration;

/// What a downgrade is asked to do.
///
/// @param runLockTimeout how long to wait for another runner
/// @param rehearse whether to try all scripts first, in a transaction that is rolled back
public record DowngradeRequest(
        RevisionGraph graph,
        Target target,
        String historyTable,
        Placeholders placeholders,
        LockLimits locks,
        Duration runLockTimeout,
        boolean rehearse,
        Consent consent,
        ProofRequest proof) {}
