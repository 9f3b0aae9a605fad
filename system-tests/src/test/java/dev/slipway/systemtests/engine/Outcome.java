package dev.slipway.systemtests.engine;

/// How a process ended, and everything it wrote.
public record Outcome(int exitCode, String output) {
    /// Refuses to go on if the process failed.
    public Outcome orFail() {
        if (exitCode != 0) {
            throw new IllegalStateException("exit code %d%n%s".formatted(exitCode, output));
        }
        return this;
    }
}
