package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.manifest.ProvedGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The schemas that were proved, each by the revisions that make it. Repeatable scripts have no part in them.
public final class ProvedSchemas {
    private final Manifest manifest;
    private final ProvedGraph graph;

    public ProvedSchemas(Manifest manifest) {
        this.manifest = manifest;
        this.graph = new ProvedGraph(manifest);
    }

    /// What a database with these revisions looks like, or nothing if one of them was never proved.
    public Optional<Schema> at(Collection<Version> applied) {
        if (!manifest.revisions().keySet().containsAll(applied)) {
            return Optional.empty();
        }
        List<Change> changes = graph.inOrder(applied).stream()
                .map(version -> Objects.requireNonNull(manifest.revisions().get(version)))
                .flatMap(revision -> revision.changes().stream())
                .toList();
        return Optional.of(Schema.EMPTY.with(changes));
    }
}
