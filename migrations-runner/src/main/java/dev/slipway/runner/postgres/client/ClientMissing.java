package dev.slipway.runner.postgres.client;

import dev.slipway.runner.model.ExitCode;

/// There is no `pg_dump`.
///
/// @param where it was looked for
/// @param server the major version that is needed
public record ClientMissing(String where, int server) implements ClientFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "there is no pg_dump %s".formatted(where);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "install PostgreSQL's client of version %d or newer, and name its folder with %s unless it is on PATH"
                .formatted(server, Clients.FLAG);
    }
}
