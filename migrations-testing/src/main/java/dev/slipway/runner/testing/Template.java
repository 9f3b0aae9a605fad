package dev.slipway.runner.testing;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Sha256;
import dev.slipway.runner.model.script.Script;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What tells one template from another: everything that the schema in it depends on.
///
/// @param target as `upgrade` takes it
/// @param content the scripts that run, placeholders, and who owns it
record Template(String target, String content) {
    private static final int HASH_LENGTH = 24;

    static Template of(RevisionGraph graph, String target, Migration migration) {
        String scripts = scripts(graph, Target.parse(target, graph))
                .map(script -> script.file().path() + "\n" + script.file().text())
                .collect(Collectors.joining("\n"));
        return new Template(
                target,
                String.join(
                        "\n",
                        migration.address().user(),
                        migration.placeholders().toString(),
                        scripts));
    }

    private static Stream<? extends Script> scripts(RevisionGraph graph, Target target) {
        return switch (target) {
            case Target.Heads() ->
                Stream.concat(versioned(graph, graph.order()), graph.scripts().repeatable().stream());
            case Target.At(Version version) -> versioned(graph, graph.upTo(List.of(version)));
            case Target.Base() -> Stream.of();
            case Target.Relative(int steps) ->
                graph.order().stream().limit(steps).map(graph::script);
        };
    }

    private static Stream<? extends Script> versioned(RevisionGraph graph, Collection<Version> versions) {
        return graph.inOrder(versions).stream().map(graph::script);
    }

    String hash() {
        return Sha256.hex(content).substring(0, HASH_LENGTH);
    }

    /// The key of its lock.
    static int lock(String hash) {
        return Integer.parseUnsignedInt(hash.substring(0, 8), 16);
    }
}
