package dev.slipway.runner.engine.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a backup is restored.
///
/// @param jobs how many sessions work at once, for a directory
/// @param owners whether objects get the owners and rights they had
/// @param identity the file with the secret key, or null if there is none
/// @param clients where PostgreSQL's programs are, or null to look for them
/// @param environment of this process
/// @param runLockTimeout how long to wait for another runner
public record RestoreRequest(
        StoredBackup backup,
        int jobs,
        boolean owners,
        @Nullable Path identity,
        @Nullable Path clients,
        Map<String, String> environment,
        Duration runLockTimeout) {
    public RestoreRequest {
        environment = Map.copyOf(environment);
    }

    /// The same, on a server that knows none of the roles.
    RestoreRequest withoutOwners() {
        return new RestoreRequest(backup, jobs, false, identity, clients, environment, runLockTimeout);
    }
}
