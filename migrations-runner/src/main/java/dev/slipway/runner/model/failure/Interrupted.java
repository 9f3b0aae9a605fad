package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;

/// A signal asked the run to end.
///
/// @param rest what became of the script under way, or empty
public record Interrupted(RunProgress progressed, String rest) implements RunFailure {
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
        return isBeforeAll() ? "nothing was changed" : progressed.text() + (rest.isEmpty() ? "" : "; " + rest);
    }

    @Override
    public String help() {
        return isBeforeAll() ? "run the command again" : "run `%s` again to go on".formatted(progressed.command());
    }

    private boolean isBeforeAll() {
        return progressed.done().isEmpty() && rest.isEmpty();
    }
}
