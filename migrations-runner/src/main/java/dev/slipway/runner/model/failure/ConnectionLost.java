package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// The connection broke while a script ran.
///
/// @param rest what became of the script, as far as it is known
public record ConnectionLost(String label, String serverMessage, RunProgress progressed, ScriptFailed.Rest rest)
        implements RunFailure {
    /// The JDBC driver, with which Flyway works as well, breaks the connection when it is not ISO any more.
    private static final String DATE_STYLE = "DateStyle";

    @Override
    public ExitCode exitCode() {
        return ExitCode.DATABASE_UNAVAILABLE;
    }

    @Override
    public String message() {
        return "the connection was lost while %s ran".formatted(label);
    }

    @Override
    public List<String> details() {
        return List.of("server: " + serverMessage);
    }

    @Override
    public String state() {
        String script = switch (rest) {
            case ScriptFailed.Rest.Begun(int statements, int of, String _) ->
                "of %s, which runs without a transaction, %d of %d statements stayed applied, and perhaps the next"
                        .formatted(label, statements, of);
            case ScriptFailed.Rest.Batches(long rows) ->
                "of %s, which runs in batches, %d rows stayed changed, and perhaps those of one batch more"
                        .formatted(label, rows);
            case ScriptFailed.Rest.RolledBack(), ScriptFailed.Rest.Dropped() ->
                "the server rolls %s back, unless its commit had reached it".formatted(label);
        };
        return progressed.text() + "; " + script;
    }

    @Override
    public String help() {
        if (serverMessage.contains(DATE_STYLE)) {
            return "let the script keep DateStyle at ISO, without which the driver breaks the connection; if it was"
                    + " applied elsewhere as it is, run what `plan` writes with psql";
        }
        return "run `%s` again: it finds out what is left to do".formatted(progressed.command());
    }
}
