package dev.slipway.workbench.alembic;

import dev.slipway.runner.engine.revision.RevisionFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to import, and where to.
///
/// @param folder Alembic's script directory, or a folder that holds it
/// @param versionLocations the folders of the revisions, or none for those that `alembic.ini` names
/// @param upgradeSql the output of `alembic upgrade base:heads --sql`, or null for `upgrade.sql` in the folder
/// @param downgradeSql the output of `alembic downgrade heads:base --sql`, or null for `downgrade.sql` in the folder
/// @param target where the scripts go, and those that are there already
/// @param now the moment, which versions may be
public record ImportRequest(
        Path folder,
        List<Path> versionLocations,
        @Nullable Path upgradeSql,
        @Nullable Path downgradeSql,
        RevisionFolder target,
        Instant now) {
    public ImportRequest {
        versionLocations = List.copyOf(versionLocations);
    }
}
