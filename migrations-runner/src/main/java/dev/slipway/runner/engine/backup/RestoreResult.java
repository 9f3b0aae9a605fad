package dev.slipway.runner.engine.backup;

import java.util.List;

/// A backup that was restored, and how what is there now differs from what the backup says.
///
/// @param database that it was restored into, without secrets; or where the drill was
/// @param drill whether nothing of it is left
/// @param position the revisions it is at
/// @param tables how many were compared
/// @param differences none if fingerprint, history and number of rows are the same
public record RestoreResult(
        String database,
        String backup,
        boolean drill,
        List<String> position,
        String taken,
        String fingerprint,
        int tables,
        long rows,
        long milliseconds,
        List<String> differences) {
    public RestoreResult {
        position = List.copyOf(position);
        differences = List.copyOf(differences);
    }
}
