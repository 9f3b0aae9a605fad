package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.List;
import java.util.Optional;

/// Compares a database with what was proved for its position, as a run does before its first step.
///
/// @param manifest for this schema, as `ProvedHome` gives it
/// @param schema in which scripts create what they do not qualify
public record DriftCheck(Manifest manifest, RevisionGraph graph, History history, String schema) {
    /// What differs, or nothing at all if the position was never proved.
    public Optional<List<SchemaDifference>> differences(Schema live) {
        DriftBaseline beginning = new DriftBaseline(manifest, graph, history, schema);
        return beginning.unproved().isEmpty() ? Optional.of(beginning.drift(List.of(), live)) : Optional.empty();
    }
}
