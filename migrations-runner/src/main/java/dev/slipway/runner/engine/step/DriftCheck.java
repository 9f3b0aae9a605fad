package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.Comparison;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Difference;
import dev.slipway.runner.model.schema.Schema;
import java.util.List;
import java.util.Optional;

/// Compares a database with what was proved for its position, as a run does before its first step.
///
/// @param schema in which scripts create what they do not qualify
public record DriftCheck(Manifest manifest, RevisionGraph graph, History history, String schema) {
    /// What differs, or nothing at all if the position was never proved.
    public Optional<List<Difference>> differences(Schema live) {
        Beginning beginning = new Beginning(manifest, graph, history, schema);
        boolean comparable =
                Comparison.isPossible(manifest, schema) && beginning.unproved().isEmpty();
        return comparable ? Optional.of(beginning.drift(List.of(), live)) : Optional.empty();
    }
}
