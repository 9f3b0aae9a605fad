package dev.slipway.runner.command;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/// Which schemas of a database are none of ours.
public final class IgnoredSchemas {
    @Option(
            names = "--ignore-schema",
            paramLabel = "NAME",
            split = ",",
            description = "a schema that is not compared, since others manage it; several with commas")
    private List<String> schemas = List.of();

    public Set<String> names() {
        return Set.copyOf(schemas);
    }
}
