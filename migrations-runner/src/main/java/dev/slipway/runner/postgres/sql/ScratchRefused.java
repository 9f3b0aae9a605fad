package dev.slipway.runner.postgres.sql;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.ServerError;
import java.util.List;

/// The scratch server did not create a database.
///
/// @param server without secrets: `db:5432`
public record ScratchRefused(String server, String user, ServerError error) implements DatabaseFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.DATABASE_UNAVAILABLE;
    }

    @Override
    public String message() {
        return "no scratch database can be created on %s: %s".formatted(server, error.message());
    }

    @Override
    public List<String> details() {
        return error.sqlState().isEmpty() ? List.of() : List.of("sqlstate: " + error.sqlState());
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return error.isPrivilegeMissing()
                ? "let the user do it with `alter role \"%s\" createdb`, or name another server with --scratch-url"
                        .formatted(user)
                : "see the server's message and its log, or name another server with --scratch-url";
    }
}
