package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.ExitCode;

/// Nothing was ever applied to a database, and there is nothing in it.
public record HistoryMissing(String database) implements HistoryFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "database %s is empty and has no history: nothing was applied yet".formatted(database);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "run `upgrade`; if it should not be empty, see whether DATABASE_URL names the right database and schema";
    }
}
