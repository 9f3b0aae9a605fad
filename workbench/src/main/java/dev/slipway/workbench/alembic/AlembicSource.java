package dev.slipway.workbench.alembic;

import java.util.Map;

/// All that is read of a project with Alembic.
///
/// @param files by id
/// @param up by id, in the order in which Alembic applies them
/// @param down by id
record AlembicSource(
        String upName,
        String downName,
        Map<String, AlembicVersionFile> files,
        Map<String, RevisionSql> up,
        Map<String, RevisionSql> down) {}
