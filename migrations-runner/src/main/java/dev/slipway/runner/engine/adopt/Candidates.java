package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Difference;
import dev.slipway.runner.model.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a database could be: before the first revision, at each revision, at all heads, and where it is said to be.
final class Candidates {
    private static final int NEAREST = 3;

    private final RevisionGraph graph;
    private final Composition composition;
    private final Schema live;
    private final Map<List<Version>, Candidate> byRevisions = new LinkedHashMap<>();

    private Candidates(RevisionGraph graph, Composition composition, Schema live) {
        this.graph = graph;
        this.composition = composition;
        this.live = live;
    }

    static Candidates of(RevisionGraph graph, Composition composition, Schema live) {
        Candidates candidates = new Candidates(graph, composition, live);
        candidates.at(List.of());
        graph.order().forEach(version -> candidates.at(List.of(version)));
        candidates.at(graph.heads());
        return candidates;
    }

    /// The candidate with these revisions and all they build on.
    Candidate at(List<Version> versions) {
        List<Version> revisions = graph.inOrder(graph.upTo(versions));
        return byRevisions.computeIfAbsent(revisions, this::compared);
    }

    private Candidate compared(List<Version> revisions) {
        Composition there = composition.at(revisions);
        return new Candidate(graph.tips(revisions), revisions, there.differing(), there.shared());
    }

    List<Candidate> matching() {
        return byRevisions.values().stream().filter(Candidate::matches).toList();
    }

    /// Those with the fewest differences, the later one first if there are as many; none that has nothing in common.
    List<Candidate> nearest() {
        List<Candidate> all = new ArrayList<>(byRevisions.values());
        all.removeIf(candidate -> candidate.shared() == 0);
        return all.reversed().stream()
                .sorted(Comparator.comparingInt(Candidate::differing))
                .limit(NEAREST)
                .toList();
    }

    List<Difference> differences(Candidate candidate) {
        return Difference.between(composition.at(candidate.revisions()).schema(), live);
    }
}
