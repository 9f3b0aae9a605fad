package dev.slipway.runner.command;

import java.util.List;
import picocli.CommandLine.Option;

/// Which schemas of a database are none of ours.
final class IgnoredSchemas {
    @Option(
            names = "--ignore-schema",
            paramLabel = "NAME",
            split = ",",
            description = "a schema that others look after, which is not compared; several with commas")
    List<String> schemas = List.of();
}
