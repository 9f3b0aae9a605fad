package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.ExitCode;

/// A schema was there when the run listed its tenants, and is not there any more: it is not made anew.
public record SchemaGone(String database, String schema) implements HistoryFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "schema \"%s\" of %s was dropped since the run began".formatted(schema, database);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "run the command again; to make the schema, create it before";
    }
}
