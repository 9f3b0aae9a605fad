package dev.slipway.workbench.alembic;

/// A script that is about to be written.
///
/// @param name of the file
/// @param revision the id of the Alembic revision it is made from
public record ImportedScript(String name, String revision, String text) {}
