package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.Failure;
import java.util.List;
import java.util.stream.Stream;

/// A run ended otherwise than well after a backup was written for it.
///
/// @param cause what it ended with
/// @param backup its folder
/// @param database its name
public record FailedAfterBackup(Failure cause, String backup, String database) implements BackupFailure {
    @Override
    public ExitCode exitCode() {
        return cause.exitCode();
    }

    @Override
    public String message() {
        return cause.message();
    }

    @Override
    public List<String> details() {
        return Stream.concat(cause.details().stream(), Stream.of("backup: " + backup))
                .toList();
    }

    @Override
    public String state() {
        return cause.state();
    }

    @Override
    public String help() {
        return "%s; what was there before the run comes back with `slipway restore %s --into %s_restored`"
                .formatted(cause.help(), backup, database);
    }
}
