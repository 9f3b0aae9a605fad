package dev.slipway.runner.engine.revision;

import dev.slipway.runner.engine.graph.Heads;
import dev.slipway.runner.engine.graph.NothingToMerge;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds what a new revision builds on.
record RevisionParents(RevisionGraph graph) {
    /// The revision named, or else the only head; none for a new base.
    ///
    /// @throws SlipwayException with `SeveralHeads` if any of several could be meant
    List<Version> single(@Nullable String head) {
        Target target = head == null ? new Target.Heads() : Target.parse(head, graph);
        return switch (target) {
            case Target.At(Version version) -> List.of(version);
            case Target.Base() -> List.of();
            case Target.Heads() -> Heads.requireOne(graph).stream().toList();
            case Target.Relative(int steps) -> throw relative(steps);
        };
    }

    /// The revisions named, or else all heads.
    ///
    /// @throws SlipwayException with `NothingToMerge` if they are fewer than two, or one builds on another
    List<Version> joined(List<String> names) {
        NavigableSet<Version> joined = new TreeSet<>(names.isEmpty() ? graph.heads() : List.of());
        names.forEach(name -> joined.addAll(named(name)));
        List<Version> contained = joined.stream()
                .filter(version -> graph.above(List.of(version)).stream().anyMatch(joined::contains))
                .toList();
        if (joined.size() < 2 || !contained.isEmpty()) {
            throw new SlipwayException(new NothingToMerge(List.copyOf(joined), contained, graph.heads()));
        }
        return List.copyOf(joined);
    }

    private Collection<Version> named(String name) {
        return switch (Target.parse(name, graph)) {
            case Target.At(Version version) -> List.of(version);
            case Target.Heads() -> graph.heads();
            case Target.Base() ->
                throw new SlipwayException(new UsageFailure(
                        "base is before all revisions, and cannot be joined with one", "name two heads, or none"));
            case Target.Relative(int steps) -> throw relative(steps);
        };
    }

    private static SlipwayException relative(int steps) {
        return new SlipwayException(new UsageFailure(
                "%+d is a number of steps, and there is no database to count from".formatted(steps),
                "name a revision, for example its version"));
    }
}
