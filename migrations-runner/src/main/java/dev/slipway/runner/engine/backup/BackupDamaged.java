package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// A backup is not what was written.
///
/// @param faults one for each file
public record BackupDamaged(String backup, List<String> faults) implements BackupFailure {
    public BackupDamaged {
        faults = List.copyOf(faults);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "backup \"%s\" is incomplete or damaged".formatted(backup);
    }

    @Override
    public List<String> details() {
        return faults;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "name the folder of a backup that `slipway backup` wrote, or copy it again from its source";
    }
}
