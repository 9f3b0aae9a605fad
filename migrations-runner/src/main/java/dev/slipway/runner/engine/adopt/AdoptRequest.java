package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an adoption is asked to do.
///
/// @param manifest in which every revision is proved as it is
/// @param named where the database is said to be, or null if it has to be found out
/// @param alembic the revisions that were made from those of Alembic, by their ids there
/// @param ignoredSchemas schemas that others look after
/// @param runLockTimeout how long to wait for another runner
/// @param dryRun whether to record nothing
public record AdoptRequest(
        RevisionGraph graph,
        Manifest manifest,
        @Nullable List<Version> named,
        Map<String, Version> alembic,
        Set<String> ignoredSchemas,
        String historyTable,
        Duration runLockTimeout,
        boolean dryRun) {
    public AdoptRequest {
        named = named == null ? null : List.copyOf(named);
        alembic = Map.copyOf(alembic);
        ignoredSchemas = Set.copyOf(ignoredSchemas);
    }
}
