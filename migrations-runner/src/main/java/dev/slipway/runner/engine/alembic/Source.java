package dev.slipway.runner.engine.alembic;

import java.util.Map;

/// All that is read of a project with Alembic.
///
/// @param files by id
/// @param up by id, in the order in which Alembic applies them
/// @param down by id
record Source(
        String upName,
        String downName,
        Map<String, VersionFile> files,
        Map<String, Section> up,
        Map<String, Section> down) {}
