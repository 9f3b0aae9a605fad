package dev.slipway.runner.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/// How long to wait for another runner.
public final class LockOptions {
    @Option(
            names = "--run-lock-timeout",
            paramLabel = "DURATION",
            defaultValue = "10m",
            description = "how long to wait while another runner works on the database")
    Duration runLockTimeout = Duration.ZERO;

    public Duration runLockTimeout() {
        return runLockTimeout;
    }
}
