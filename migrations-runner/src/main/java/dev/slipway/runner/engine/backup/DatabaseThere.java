package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;

/// There is a database of the name that a new one is to get.
public record DatabaseThere(String name) implements BackupFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "database \"%s\" already exists".formatted(name);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "give --into a name that no database has, or drop that one";
    }
}
