package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a database could be: before the first revision, at each revision, at all heads, and where it is said to be.
final class RevisionCandidates {
    private static final int NEAREST = 3;

    private final RevisionGraph graph;
    private final ProvedSchemaSequence composition;
    private final Schema live;
    private final Map<List<Version>, RevisionCandidate> byRevisions = new LinkedHashMap<>();

    private RevisionCandidates(RevisionGraph graph, ProvedSchemaSequence composition, Schema live) {
        this.graph = graph;
        this.composition = composition;
        this.live = live;
    }

    static RevisionCandidates of(RevisionGraph graph, ProvedSchemaSequence composition, Schema live) {
        RevisionCandidates candidates = new RevisionCandidates(graph, composition, live);
        candidates.at(List.of());
        graph.order().forEach(version -> candidates.at(List.of(version)));
        candidates.at(graph.heads());
        return candidates;
    }

    /// The candidate with these revisions and all they build on.
    RevisionCandidate at(List<Version> versions) {
        List<Version> revisions = graph.inOrder(graph.upTo(versions));
        return byRevisions.computeIfAbsent(revisions, this::compared);
    }

    private RevisionCandidate compared(List<Version> revisions) {
        ProvedSchemaSequence there = composition.at(revisions);
        return new RevisionCandidate(graph.tips(revisions), revisions, there.differing(), there.shared());
    }

    List<RevisionCandidate> matching() {
        return byRevisions.values().stream().filter(RevisionCandidate::matches).toList();
    }

    /// Those with the fewest differences, the later one first if there are as many; none that has nothing in common.
    List<RevisionCandidate> nearest() {
        List<RevisionCandidate> all = new ArrayList<>(byRevisions.values());
        all.removeIf(candidate -> candidate.shared() == 0);
        return all.reversed().stream()
                .sorted(Comparator.comparingInt(RevisionCandidate::differing))
                .limit(NEAREST)
                .toList();
    }

    List<SchemaDifference> differences(RevisionCandidate candidate) {
        return SchemaDifference.between(composition.at(candidate.revisions()).schema(), live);
    }
}
