package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision of Alembic with the version that its scripts get.
///
/// @param parents what its script revises
/// @param down null if the revision cannot be taken back
record ImportedRevision(
        Version version,
        AlembicVersionFile file,
        List<Version> parents,
        RevisionSql up,
        @Nullable RevisionSql down) {
    ImportedRevision {
        parents = List.copyOf(parents);
    }

    /// Its scripts may be empty then.
    boolean isMerge() {
        return parents.size() > 1;
    }
}
