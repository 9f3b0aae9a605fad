package dev.slipway.runner.engine.manifest;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// How the revisions of a manifest build on each other, whatever the scripts say by now.
public final class ProvedGraph {
    private final SortedMap<Version, List<Version>> parents = new TreeMap<>();
    private final List<Version> order;

    public ProvedGraph(Manifest manifest) {
        manifest.revisions().forEach((version, revision) -> parents.put(version, revision.parents()));
        this.order = RevisionGraph.inOrder(parents);
    }

    /// What is wrong, in words, if a revision builds on one that is not there, or on itself.
    Optional<String> fault() {
        Optional<String> unknown = parents.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(parent -> !parents.containsKey(parent))
                        .map(parent -> "revision %s builds on %s, which is missing".formatted(entry.getKey(), parent)))
                .findFirst();
        return unknown.or(() -> order.size() == parents.size()
                ? Optional.empty()
                : Optional.of("its revisions build on each other in a circle"));
    }

    /// All revisions, each after those it builds on.
    public List<Version> order() {
        return order;
    }

    /// The revision after everything it builds on, in order.
    public List<Version> closure(Version version) {
        NavigableSet<Version> reached = new TreeSet<>();
        Deque<Version> open = new ArrayDeque<>(List.of(version));
        while (!open.isEmpty()) {
            Version next = open.remove();
            if (reached.add(next)) {
                open.addAll(parents.getOrDefault(next, List.of()));
            }
        }
        return inOrder(reached);
    }

    public List<Version> inOrder(Collection<Version> versions) {
        NavigableSet<Version> wanted = new TreeSet<>(versions);
        return order.stream().filter(wanted::contains).toList();
    }
}
