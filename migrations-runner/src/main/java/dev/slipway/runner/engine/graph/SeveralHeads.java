package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// There are several heads where one is needed.
///
/// @param partAt the revisions at which the ways to the heads part, or none if they have none in common
public record SeveralHeads(List<Head> heads, List<Version> partAt) implements GraphFailure {
    /// @param script its path in the location
    public record Head(Version version, String description, String script) {}

    public SeveralHeads {
        heads = List.copyOf(heads);
        partAt = List.copyOf(partAt);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the scripts have %d heads: %s".formatted(heads.size(), versions(", "));
    }

    private String versions(String delimiter) {
        return heads.stream().map(head -> head.version().toString()).collect(Collectors.joining(delimiter));
    }

    @Override
    public List<String> details() {
        String parting = partAt.isEmpty()
                ? "they have no revision in common"
                : "they part at " + partAt.stream().map(Version::toString).collect(Collectors.joining(" and "));
        return Stream.concat(
                        heads.stream().map(head -> "%s  %s".formatted(head.version(), head.script())),
                        Stream.of(parting))
                .toList();
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "join them with `merge -m \"merge %s\"`, or name one of them, or all of them as heads"
                .formatted(versions(" and "));
    }
}
