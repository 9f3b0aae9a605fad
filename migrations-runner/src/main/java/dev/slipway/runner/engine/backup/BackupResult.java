package dev.slipway.runner.engine.backup;

import java.util.List;

/// A backup that was written and looked at.
///
/// @param database without secrets
/// @param backup its folder
/// @param position the revisions it is at
/// @param taken the moment it shows, in UTC
/// @param tables how many hold rows
/// @param removed older ones that were deleted
public record BackupResult(
        String database,
        String backup,
        List<String> position,
        String taken,
        String fingerprint,
        long bytes,
        int tables,
        long rows,
        boolean encrypted,
        long milliseconds,
        List<String> removed) {
    public BackupResult {
        position = List.copyOf(position);
        removed = List.copyOf(removed);
    }

    /// The same, once older ones are deleted.
    BackupResult without(List<String> older) {
        return new BackupResult(
                database, backup, position, taken, fingerprint, bytes, tables, rows, encrypted, milliseconds, older);
    }
}
