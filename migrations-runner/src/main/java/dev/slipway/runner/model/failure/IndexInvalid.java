package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;

/// A script is about to build an index concurrently, and an invalid one has its name. It is not known whose that is.
///
/// @param script its file name
/// @param label how people name it
/// @param index with its schema, as it stands in SQL
public record IndexInvalid(String script, String label, String index, RunProgress progressed, ScriptFailed.Rest rest)
        implements RunFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.SCRIPT_FAILED;
    }

    @Override
    public String message() {
        return "script \"%s\" builds the index %s, and an invalid one of that name is there, which no query uses"
                .formatted(script, index);
    }

    @Override
    public String state() {
        return progressed.text() + "; " + rest.text(label);
    }

    @Override
    public String help() {
        return "drop it with `drop index concurrently %s`, unless somebody is building it just now, and run `%s` again"
                .formatted(index, progressed.command());
    }
}
