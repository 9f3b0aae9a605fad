package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a stamp is asked to do.
///
/// @param revisions where the database is; it has them and all they build on
/// @param besides those that it has as well if they are recorded, since nothing is said of them
/// @param purge whether to forget what contradicts it
/// @param runLockTimeout how long to wait for another runner
public record StampRequest(
        RevisionGraph graph,
        List<Version> revisions,
        Set<Version> besides,
        boolean purge,
        String historyTable,
        Duration runLockTimeout) {
    public StampRequest {
        revisions = List.copyOf(revisions);
        besides = Set.copyOf(besides);
    }

    /// The revisions of which Alembic knows nothing.
    public static Set<Version> unknownToAlembic(RevisionGraph graph) {
        return graph.order().stream()
                .filter(version -> graph.script(version).header().alembic() == null)
                .collect(Collectors.toSet());
    }

    /// The revisions that a target names.
    public static List<Version> revisions(RevisionGraph graph, Target target) {
        return switch (target) {
            case Target.Heads() -> graph.heads();
            case Target.At(Version version) -> List.of(version);
            case Target.Base() -> List.of();
            case Target.Relative(int steps) ->
                throw new SlipwayException(new UsageFailure(
                        "a stamp needs a revision, and %d is a number of steps".formatted(steps),
                        "use head, base or a version"));
        };
    }
}
