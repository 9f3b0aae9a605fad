package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// The connection broke while a script ran.
public record ConnectionLost(String label, String serverMessage, Progressed progressed) implements Failure {
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
        return progressed.text() + "; the server rolls %s back, unless its commit had reached it".formatted(label);
    }

    @Override
    public String help() {
        return "run `%s` again: it finds out what is left to do".formatted(progressed.command());
    }
}
