package dev.slipway.runner.command;

import java.util.List;
import picocli.CommandLine.Option;

/// Which schemas of a database are none of ours.
final class IgnoredSchemas {
    @Option(
            names = "--ignore-schema",
            paramLabel = "NAME",
            split = ",",
            description = "a schema that is not compared, since others manage it; several with commas")
    List<String> schemas = List.of();
}
