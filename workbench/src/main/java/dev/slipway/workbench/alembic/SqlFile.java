package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.Direction;

/// A file of SQL that Alembic wrote.
///
/// @param name for people
record SqlFile(String name, Direction direction, String text) {}
