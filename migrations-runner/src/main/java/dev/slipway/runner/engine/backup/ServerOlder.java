package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;

/// PostgreSQL restores a dump into a server of the same version or a newer one.
public record ServerOlder(String database, String version, String backup) implements BackupFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "%s has PostgreSQL %s, and the backup is of PostgreSQL %s".formatted(database, version, backup);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "restore into a server of the same version or a newer one";
    }
}
