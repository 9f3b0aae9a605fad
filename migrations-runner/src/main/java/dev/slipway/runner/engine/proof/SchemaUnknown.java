package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.ExitCode;

/// The scripts were proved in `public`, and work nowhere else alike.
public record SchemaUnknown(String database, String schema) implements ProofFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "nothing was proved of schema \"%s\" of database %s: scripts name schema public"
                .formatted(schema, database);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "name the schema in which the scripts were proved, for example currentSchema=public in DATABASE_URL";
    }
}
