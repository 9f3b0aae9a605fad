package dev.slipway.runner.postgres.sql;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.failure.RunProgress;
import java.util.List;

/// The server refused something Slipway itself asked for, or the connection was lost while it asked.
///
/// @param doing what was asked for, as a verb: `create the history table`
public record DatabaseRefused(String doing, ServerError error, RunProgress progressed) implements DatabaseFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.DATABASE_UNAVAILABLE;
    }

    @Override
    public String message() {
        return "could not %s: %s".formatted(doing, error.message());
    }

    @Override
    public List<String> details() {
        return error.sqlState().isEmpty() ? List.of() : List.of("sqlstate: " + error.sqlState());
    }

    @Override
    public String state() {
        return progressed.done().isEmpty() ? "nothing was changed" : progressed.text();
    }

    @Override
    public String help() {
        if (error.isConnectionLost()) {
            return "run the command again: it finds out what is left to do";
        }
        if (!error.isPrivilegeMissing()) {
            return "see the server's message and its log";
        }
        return error.message().contains("create database")
                ? "let a superuser give the user the right: `alter role NAME createdb`"
                : "run as the owner of the schema, or give this user the privilege";
    }
}
