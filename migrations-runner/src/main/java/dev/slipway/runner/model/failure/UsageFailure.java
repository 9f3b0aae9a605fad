package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;

/// A setting or an argument is wrong.
public record UsageFailure(String message, String help) implements Failure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }
}
