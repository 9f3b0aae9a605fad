package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;

/// A script cannot run in batches on the table as it is.
///
/// @param script its file name
/// @param why in words: `"id" is not unique in users`
/// @param remedy what to do before the command is run again
public record BatchRefused(String script, String why, String remedy, RunProgress progressed) implements Failure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "script \"%s\" cannot run in batches: %s".formatted(script, why);
    }

    @Override
    public String state() {
        return "%s; nothing of this script was done".formatted(progressed.text());
    }

    @Override
    public String help() {
        return "%s, and run `%s` again".formatted(remedy, progressed.command());
    }
}
