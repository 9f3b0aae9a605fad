package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which revisions a proof takes as they are. They were applied long ago and nobody can change them, so that only the
/// schema they lead to counts.
public final class TakenRevisions {
    private TakenRevisions() {}

    /// Those that a manifest takes as they are.
    public static Set<Version> in(Manifest manifest) {
        return manifest.revisions().entrySet().stream()
                .filter(entry -> entry.getValue().taken())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// A revision and all it builds on, but for those that were proved without a problem.
    ///
    /// @param target head, heads, base, a version or a branch label
    /// @throws SlipwayException with `UsageFailure` if it is no revision of the scripts
    public static Set<Version> upTo(String target, RevisionGraph graph, Manifest known) {
        NavigableSet<Version> all = graph.upTo(
                switch (Target.parse(target, graph)) {
                    case Target.Heads _ -> graph.heads();
                    case Target.At(Version version) -> List.of(version);
                    case Target.Base _ -> List.of();
                    case Target.Relative _ ->
                        throw new SlipwayException(new UsageFailure(
                                "target \"%s\" depends on a database, and --from on none".formatted(target),
                                "use head, base or a version"));
                });
        ManifestStatus status = new ManifestStatus(graph, known);
        all.removeIf(version ->
                status.open(version).isEmpty() && isSound(known.revisions().get(version)));
        return all;
    }

    private static boolean isSound(@Nullable ProvedRevision proved) {
        return proved != null
                && !proved.taken()
                && (proved.undo() == null || proved.irreversible() == null)
                && proved.hazards().stream().allMatch(found -> found.allowed() != null);
    }
}
