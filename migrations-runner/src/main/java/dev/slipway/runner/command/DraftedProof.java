package dev.slipway.runner.command;

import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.prove.ProveRequest;
import dev.slipway.runner.engine.prove.ProveResult;
import dev.slipway.runner.engine.prove.Proving;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.scratch.ScratchServer;

/// Proves scripts at once that were written for somebody.
record DraftedProof(Context context, ScriptOptions scripts, PlaceholderOptions placeholders) {
    ProveResult on(ScratchServer server) {
        ManifestFile file = scripts.manifest();
        ProveRequest request = new ProveRequest(
                scripts.graph(context),
                file.read().orElse(Manifest.EMPTY),
                false,
                scripts.historyTable,
                Model.NONE,
                session -> placeholders.of(context, session, scripts));
        return new Proving(request, file.path()).prove(server, context.progress());
    }
}
