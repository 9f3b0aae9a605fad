package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.schema.LiveSchema;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.Optional;

/// What was proved, as it is in the schema that a database has for it. Scripts that do not qualify what they create
/// made it in `public` when they were proved; in a database of many tenants each makes it in a schema of its own. There
/// nothing but that schema is held to the proof: what lies outside belongs to all tenants.
///
/// @param manifest with the names that the objects have there
/// @param live of that schema alone, or of the whole database
public record ProvedHome(Manifest manifest, LiveSchema live) {
    /// In which scripts create what they do not qualify.
    public String schema() {
        return live.table().schema();
    }

    /// @return nothing if it cannot be told, since a script names `public`
    public static Optional<ProvedHome> of(Manifest manifest, RevisionGraph graph, LiveSchema live) {
        String schema = live.table().schema();
        if (ProvedComparison.isPossible(manifest, schema)) {
            return Optional.of(new ProvedHome(manifest, live));
        }
        String quoted = DatabaseCall.query("quote the name of the schema", live::quotedSchema);
        MovedManifest moved = new MovedManifest(manifest, graph, quoted);
        return moved.isImpossible() ? Optional.empty() : Optional.of(new ProvedHome(moved.manifest(), live.alone()));
    }
}
