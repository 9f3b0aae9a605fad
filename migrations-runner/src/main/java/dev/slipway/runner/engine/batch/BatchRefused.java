package dev.slipway.runner.engine.batch;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.RunProgress;

/// A script cannot run in batches on the table as it is.
///
/// @param script its file name
/// @param why in words: `"id" is not unique in users`
/// @param remedy what to do before the command is run again
public record BatchRefused(String script, String why, String remedy, RunProgress progressed) implements BatchFailure {
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
