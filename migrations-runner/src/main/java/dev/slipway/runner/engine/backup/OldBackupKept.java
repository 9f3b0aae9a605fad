package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;

/// A backup was written, and older ones could not be deleted.
public record OldBackupKept(String folder, String why) implements BackupFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.BACKUP_FAILED;
    }

    @Override
    public String message() {
        return "an older backup in \"%s\" could not be deleted: %s".formatted(folder, why);
    }

    @Override
    public String state() {
        return "the new backup is whole";
    }

    @Override
    public String help() {
        return "let this user delete there, or delete older ones by hand";
    }
}
