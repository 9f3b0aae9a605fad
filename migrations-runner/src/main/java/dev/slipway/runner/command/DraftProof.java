package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.prove.ProveCall;
import dev.slipway.runner.engine.prove.ProveRequest;
import dev.slipway.runner.engine.prove.ProveResult;
import dev.slipway.runner.engine.upgrade.ScratchUpgrade;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import org.jspecify.annotations.Nullable;

/// What scripts that are written for somebody build on, and their proof.
record DraftProof(Context context, ScriptOptions scripts, PlaceholderOptions placeholders) {
    /// @param head the revision that new ones build on, or null for the heads
    ScratchUpgrade ground(RevisionGraph graph, @Nullable String head) {
        return new ScratchUpgrade(
                graph,
                head == null ? new Target.Heads() : Target.parse(head, graph),
                scripts.historyTable,
                session -> placeholders.of(context, session, scripts));
    }

    ProveResult proved(ScratchServer server) {
        ManifestFile file = scripts.manifest();
        ProveRequest request = new ProveRequest(
                scripts.graph(context),
                file.read().orElse(Manifest.EMPTY),
                false,
                scripts.historyTable,
                Model.NONE,
                session -> placeholders.of(context, session, scripts));
        return new ProveCall(request, file.path()).prove(server, context.progress());
    }
}
