package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;

/// A signal asked the run to end.
///
/// @param rest what became of the script under way, or empty
public record Interrupted(Progressed progressed, String rest) implements Failure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.TERMINATED;
    }

    @Override
    public String message() {
        return "interrupted";
    }

    @Override
    public String state() {
        return progressed.text() + (rest.isEmpty() ? "" : "; " + rest);
    }

    @Override
    public String help() {
        return "run `%s` again to go on".formatted(progressed.command());
    }
}
