package dev.slipway.runner.engine.impact;

import dev.slipway.runner.model.ExitCode;

/// A script for `psql` is written without a database, so that nobody knows how large its tables are.
public record SizesUnknown() implements ImpactFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "cannot enforce --max-lock without a database: table sizes are unknown";
    }

    @Override
    public String state() {
        return "nothing was written";
    }

    @Override
    public String help() {
        return "name no revision to begin at, so that the database is asked, or leave --max-lock out";
    }
}
