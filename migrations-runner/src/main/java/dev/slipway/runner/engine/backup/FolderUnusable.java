package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;
import java.nio.file.Path;

/// Backups cannot be written there.
public record FolderUnusable(String folder, String why) implements BackupFailure {
    static FolderUnusable of(Path folder, String why) {
        return new FolderUnusable(folder.toString(), why);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "no backup can be written to \"%s\": %s".formatted(folder, why);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "mount or make a folder that this user may write to, and name it with --backups";
    }
}
