package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.ServerError;
import java.util.List;

/// A script ran, and the server then refused to show what it did.
///
/// @param script its file name
/// @param label how people name it
/// @param rest what became of the script
public record ResultUnread(
        String script, String label, ServerError error, RunProgress progressed, ScriptFailed.Rest rest)
        implements RunFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.DATABASE_UNAVAILABLE;
    }

    @Override
    public String message() {
        return "could not compare what script \"%s\" did with what was proved: %s".formatted(script, error.message());
    }

    @Override
    public List<String> details() {
        return error.sqlState().isEmpty() ? List.of() : List.of("sqlstate: " + error.sqlState());
    }

    @Override
    public String state() {
        return progressed.text() + "; " + rest.text(label);
    }

    @Override
    public String help() {
        String again = "run `%s` again".formatted(progressed.command());
        return "see the server's message and its log, and %s".formatted(again)
                + (rest instanceof ScriptFailed.Rest.Begun
                        ? ": nothing is left to do of %s but to look".formatted(label)
                        : "");
    }
}
