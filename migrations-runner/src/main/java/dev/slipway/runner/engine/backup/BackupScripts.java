package dev.slipway.runner.engine.backup;

import dev.slipway.runner.engine.graph.RevisionGraph;

/// The scripts of a database, which tell what its history means.
public record BackupScripts(RevisionGraph graph, String historyTable) {}
