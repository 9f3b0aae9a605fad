package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.connect.Session;
import java.util.Set;
import java.util.function.Function;

/// What is to be proved.
///
/// @param known what was proved before
/// @param taken the revisions that are taken as they are
/// @param model of the service that belongs to the scripts
/// @param all whether to prove anew what is proved already
/// @param placeholders those of a scratch database
public record ProveRequest(
        RevisionGraph graph,
        Manifest known,
        Set<Version> taken,
        boolean all,
        String historyTable,
        Model model,
        Function<Session, Placeholders> placeholders) {
    public ProveRequest {
        taken = Set.copyOf(taken);
    }

    /// What of the manifest holds for the scripts.
    ManifestStatus status() {
        return new ManifestStatus(graph, known, taken);
    }
}
