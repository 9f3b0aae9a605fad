package dev.slipway.runner.engine.backup;

import dev.slipway.runner.postgres.client.Dump;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a backup is made.
///
/// @param to the folder of the backups
/// @param keep how many of a database are kept, or null for all
/// @param jobs how many sessions write at once, for a directory
/// @param recipients whom it is encrypted for; none if it is not
/// @param clients where PostgreSQL's programs are, or null to look for them
/// @param environment of this process
public record BackupRequest(
        Path to,
        @Nullable Integer keep,
        Dump.Format format,
        int jobs,
        List<String> recipients,
        @Nullable Path clients,
        Map<String, String> environment) {
    public BackupRequest {
        recipients = List.copyOf(recipients);
        environment = Map.copyOf(environment);
    }
}
