package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.ExitCode;

/// Another runner has written the history meanwhile, or holds the lock, which was given away.
///
/// @param doing what was under way: `5 ran`
/// @param rest what became of that
public record Overtaken(String doing, RunProgress progressed, String rest) implements RunFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.LOCKED;
    }

    @Override
    public String message() {
        return "another runner took the lock or wrote the history while %s".formatted(doing);
    }

    @Override
    public String state() {
        return progressed.text() + "; " + rest;
    }

    @Override
    public String help() {
        return "run the command again when the other has ended: it finds out what is left to do";
    }
}
