package dev.slipway.runner.engine.backup;

/// When a run writes a backup before its first change.
public enum BackupRule {
    ALWAYS,
    /// If a pending script loses data, cannot be taken back, or was not proved.
    DESTRUCTIVE,
    NEVER
}
