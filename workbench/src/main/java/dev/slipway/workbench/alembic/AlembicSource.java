package dev.slipway.workbench.alembic;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that is read of a project with Alembic.
///
/// @param upName the file of SQL, for people
/// @param files by id
/// @param up by id, in the order in which Alembic applies them
/// @param down by id
/// @param imported the ids of which scripts were made before
record AlembicSource(
        String upName,
        String downName,
        Map<String, AlembicVersionFile> files,
        Map<String, RevisionSql> up,
        Map<String, RevisionSql> down,
        Set<String> imported) {
    AlembicSource {
        imported = Set.copyOf(imported);
    }

    /// The revisions of which there is no script yet.
    List<AlembicVersionFile> added() {
        return files.values().stream()
                .filter(file -> !imported.contains(file.id()))
                .toList();
    }
}
