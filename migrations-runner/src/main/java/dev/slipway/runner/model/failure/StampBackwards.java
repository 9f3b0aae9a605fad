package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;

/// A stamp below the position would forget what was applied.
public record StampBackwards(String database, Version position, Version target) implements Failure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "database %s is at %s already, above %s".formatted(database, position, target);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "stamp a revision from %s upwards".formatted(position);
    }
}
