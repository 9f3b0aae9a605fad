package dev.slipway.runner.engine.batch;

import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.lock.LockRetry;
import dev.slipway.runner.engine.plan.Batch;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.lock.Blockers;

/// One script to run in batches.
///
/// @param rank of its history row
/// @param budget what its batches share with those of others
public record BatchRequest(
        Script script,
        Version version,
        int rank,
        Batch batch,
        LockLimits locks,
        BatchBudget budget,
        RunProgress progressed) {
    /// More tries of a batch, should others be in its way.
    LockRetry retry(Session session, Progress progress) {
        return new LockRetry("a batch of " + label(), locks, new Blockers(session), progress);
    }

    String label() {
        return script.label();
    }

    /// What has to be the same from the first batch to the last.
    String target() {
        return "%s (%s)"
                .formatted(
                        batch.change().table(),
                        String.join(", ", batch.settings().key()));
    }
}
