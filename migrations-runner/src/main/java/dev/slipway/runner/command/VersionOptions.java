package dev.slipway.runner.command;

import dev.slipway.runner.engine.revision.NextVersion;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.ScriptSet;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which version a revision gets.
final class VersionOptions {
    @Option(names = "--version-id", paramLabel = "VERSION", description = "its version; else the one after the highest")
    @Nullable
    private String version;

    @Option(
            names = "--timestamp",
            description = "use the current time as the version, for example 20261121093000, so that two people do not "
                    + "pick the same one; later revisions then use the time without this option")
    private boolean timestamp;

    /// Null for the next one.
    @Nullable
    String version(Supplier<ScriptSet> scripts) {
        if (timestamp && version != null) {
            throw new SlipwayException(
                    new UsageFailure("--timestamp and --version-id both choose the version", "give one of the two"));
        }
        return timestamp ? NextVersion.moment(scripts.get(), Instant.now()) : version;
    }
}
