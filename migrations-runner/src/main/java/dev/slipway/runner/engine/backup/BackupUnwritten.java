package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;

/// The disk did not take it.
public record BackupUnwritten(String file, String why) implements BackupFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.BACKUP_FAILED;
    }

    @Override
    public String message() {
        return "\"%s\" could not be written: %s".formatted(file, why);
    }

    @Override
    public String state() {
        return "no backup was written";
    }

    @Override
    public String help() {
        return "make room there, or name another folder with --backups, and run the command again";
    }
}
