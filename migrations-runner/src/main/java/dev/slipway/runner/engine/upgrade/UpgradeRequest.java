package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.engine.backup.BackupBefore;
import dev.slipway.runner.engine.batch.BatchPolicy;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.proof.ProofRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an upgrade is asked to do.
///
/// @param runLockTimeout how long to wait for another runner
/// @param outOfOrder whether scripts below the position may be applied late
/// @param backup what is written before the first change, or null if nothing is
/// @param batches when they run
public record UpgradeRequest(
        RevisionGraph graph,
        Target target,
        String historyTable,
        Placeholders placeholders,
        LockLimits locks,
        Duration runLockTimeout,
        boolean outOfOrder,
        BatchPolicy batches,
        ProofRequest proof,
        @Nullable BackupBefore backup) {
    /// Batches are run where they stand, and no backup is written.
    public UpgradeRequest(
            RevisionGraph graph,
            Target target,
            String historyTable,
            Placeholders placeholders,
            LockLimits locks,
            Duration runLockTimeout,
            boolean outOfOrder,
            ProofRequest proof) {
        this(
                graph,
                target,
                historyTable,
                placeholders,
                locks,
                runLockTimeout,
                outOfOrder,
                BatchPolicy.alone(),
                proof,
                null);
    }
}
