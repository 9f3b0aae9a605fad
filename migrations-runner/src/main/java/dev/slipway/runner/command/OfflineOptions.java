package dev.slipway.runner.command;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a script for `psql` begins and ends with, and where it goes.
final class OfflineOptions {
    @Option(
            names = "--from",
            paramLabel = "REV",
            description = "write the script without a database, for one at this revision or at base")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TARGET", description = "another way to write TARGET")
    @Nullable
    String to;

    @Option(names = "--output", paramLabel = "FILE", description = "write the script to a file")
    @Nullable
    String output;

    /// Without `--sql` nothing is written, so that these options would be passed over.
    void refuse() {
        String given = from != null ? "--from" : to != null ? "--to" : output != null ? "--output" : null;
        if (given != null) {
            throw new SlipwayException(
                    new UsageFailure("%s is for a script that is written and not run".formatted(given), "add --sql"));
        }
    }

    /// @return where it was written, or null if the script goes to standard output
    @Nullable
    String write(String script) {
        String file = output;
        if (file == null) {
            return null;
        }
        OutputFile.write(file, script + "\n");
        return file;
    }
}
