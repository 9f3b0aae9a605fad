package dev.slipway.runner.engine.alembic;

import dev.slipway.runner.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision of Alembic with the version that its scripts get.
///
/// @param parents what its script revises
/// @param down null if the revision cannot be taken back
record ImportedRevision(
        Version version,
        VersionFile file,
        List<Version> parents,
        Section up,
        @Nullable Section down) {
    ImportedRevision {
        parents = List.copyOf(parents);
    }

    /// Its scripts may be empty then.
    boolean isMerge() {
        return parents.size() > 1;
    }
}
