package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.Map;

/// The revisions of Alembic as scripts.
///
/// @param versions by the ids of Alembic
/// @param notes what somebody should look at
public record ImportResult(List<ImportedScript> scripts, Map<String, Version> versions, List<String> notes) {
    public ImportResult {
        scripts = List.copyOf(scripts);
        versions = Map.copyOf(versions);
        notes = List.copyOf(notes);
    }
}
