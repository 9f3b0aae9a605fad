package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.proof.ProofRequest;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// Brings a scratch database to a revision, whatever was proved.
///
/// @param placeholders those of a scratch database
public record ScratchUpgrade(
        RevisionGraph graph, Target target, String historyTable, Function<Session, Placeholders> placeholders) {
    public void run(ScratchDatabase database) {
        Upgrader.upgrade(
                database.session(),
                new UpgradeRequest(
                        graph,
                        target,
                        historyTable,
                        placeholders.apply(database.session()),
                        LockLimits.ALONE,
                        Duration.ZERO,
                        false,
                        new ProofRequest(new ManifestFile(List.of()), false)),
                _ -> {});
    }
}
