package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Sees to it that there is one head where one is needed.
public final class Heads {
    private Heads() {}

    /// @return the only head, or nothing if there is no revision at all
    /// @throws SlipwayException with `SeveralHeads`
    public static Optional<Version> requireOne(RevisionGraph graph) {
        return graph.heads().isEmpty() ? Optional.empty() : Optional.of(requireOne(graph, graph.heads()));
    }

    /// @param heads at least one
    static Version requireOne(RevisionGraph graph, List<Version> heads) {
        if (heads.size() > 1) {
            throw new SlipwayException(several(graph, heads));
        }
        return heads.getFirst();
    }

    /// Several heads with the places where the ways to them part.
    public static SeveralHeads several(RevisionGraph graph, List<Version> heads) {
        return new SeveralHeads(
                heads.stream().map(head -> head(graph.script(head))).toList(), partAt(graph, heads));
    }

    private static SeveralHeads.Head head(Script.Revision script) {
        return new SeveralHeads.Head(
                script.version(), script.description(), script.file().path());
    }

    private static List<Version> partAt(RevisionGraph graph, List<Version> heads) {
        NavigableSet<Version> places = new TreeSet<>();
        for (Version one : heads) {
            for (Version other : heads.subList(heads.indexOf(one) + 1, heads.size())) {
                NavigableSet<Version> common = graph.upTo(List.of(one));
                common.retainAll(graph.upTo(List.of(other)));
                places.addAll(graph.tips(common));
            }
        }
        return graph.inOrder(places);
    }
}
