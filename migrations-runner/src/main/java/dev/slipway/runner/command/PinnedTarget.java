package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// Where `upgrade` and `plan` end unless they are told otherwise: what was taken back is not applied again by the next
/// start of a deployment.
public final class PinnedTarget {
    public static final String VARIABLE = "SLIPWAY_TARGET";

    private PinnedTarget() {}

    public static Optional<String> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE)).map(String::strip).filter(target -> !target.isEmpty());
    }

    /// Whether the target of a command is the pinned one, since none was named.
    static boolean decides(CommandSpec command, Context context) {
        return !command.commandLine().getParseResult().hasMatchedPositional(0)
                && of(context.environment()).isPresent();
    }

    /// Tells what the target kept from being applied.
    ///
    /// @param position where the database is after the run
    static void tell(Target target, RevisionGraph graph, List<Version> position, Context context) {
        if (target instanceof Target.At(Version version)) {
            List<Version> later = new ArrayList<>(graph.order());
            later.removeAll(graph.upTo(List.of(version)));
            later.removeAll(
                    graph.upTo(position.stream().filter(graph.order()::contains).toList()));
            if (!later.isEmpty()) {
                context.warning()
                        .accept("%s is %s: this run leaves out %s".formatted(VARIABLE, version, Version.list(later)));
            }
            List<Version> beyond = position.stream()
                    .filter(reached -> graph.contains(reached) && !reached.equals(version))
                    .filter(reached -> graph.upTo(List.of(reached)).contains(version))
                    .toList();
            if (!beyond.isEmpty()) {
                context.warning()
                        .accept("%s is %s, and the database is at %s: `slipway downgrade %s` takes back what is later"
                                .formatted(VARIABLE, version, Version.list(beyond), version));
            }
        }
    }
}
