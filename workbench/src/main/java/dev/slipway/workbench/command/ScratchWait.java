package dev.slipway.workbench.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/// How long a command that asks no other database waits for the server of its scratch databases.
final class ScratchWait {
    @Option(
            names = "--wait-timeout",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "how long to wait for the server of --scratch-url; 0 tries once")
    Duration limit = Duration.ZERO;
}
