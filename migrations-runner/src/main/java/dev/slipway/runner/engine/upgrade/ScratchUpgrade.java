package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.lock.LockLimits;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.proof.ProofRequest;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
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
    /// @throws SlipwayException if a script fails, which has changed no other database
    public void run(ScratchDatabase database) {
        while (true) {
            try {
                upgrade(database);
                return;
            } catch (SlipwayException e) {
                if (!(e.failure() instanceof ScriptFailed failed)) {
                    throw e;
                }
                if (!database.makeUpExtension(failed.error())) {
                    throw new SlipwayException(dropped(failed), e);
                }
            }
        }
    }

    private static ScriptFailed dropped(ScriptFailed failed) {
        return new ScriptFailed(
                failed.script(),
                failed.label(),
                failed.place(),
                failed.error(),
                new RunProgress(Direction.PROOF, List.of()),
                new ScriptFailed.Rest.Dropped());
    }

    private void upgrade(ScratchDatabase database) {
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
