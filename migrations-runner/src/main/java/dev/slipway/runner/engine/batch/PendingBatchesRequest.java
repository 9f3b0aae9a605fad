package dev.slipway.runner.engine.batch;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.plan.Placeholders;
import java.time.Duration;

/// What going on with changes of data is asked to do.
///
/// @param runLockTimeout how long to wait for another that goes on with them
/// @param budget what the batches share with those of others
public record PendingBatchesRequest(
        RevisionGraph graph,
        String historyTable,
        Placeholders placeholders,
        LockLimits locks,
        Duration runLockTimeout,
        BatchBudget budget) {}
