package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import java.util.ArrayList;
import java.util.List;

/// A part of a history that can be proved beside the others: all its revisions build on all that is below it.
///
/// @param below in the order in which they are applied
/// @param versions in the same order
record ProofPart(List<Version> below, List<Version> versions) {
    ProofPart {
        below = List.copyOf(below);
        versions = List.copyOf(versions);
    }

    Version first() {
        return versions.getFirst();
    }

    /// Cuts what has to be proved into parts of about the same length, and gives all but the first of them.
    ///
    /// @param most parts, the first one counted
    /// @param least revisions of a part
    static List<ProofPart> beside(ProveRequest request, int most, int least) {
        List<Version> order = request.graph().order();
        int begin = order.size();
        while (begin > 0 && isNew(request, order.get(begin - 1))) {
            begin--;
        }
        int open = order.size() - begin;
        int parts = Math.min(most, open / least);
        List<Integer> cuts = new ArrayList<>();
        for (int part = 1; part < parts; part++) {
            int cut = cut(request.graph(), begin + open * part / parts, least);
            if (cut < order.size() && !cuts.contains(cut)) {
                cuts.add(cut);
            }
        }
        cuts.add(order.size());
        List<ProofPart> beside = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            beside.add(new ProofPart(order.subList(0, cuts.get(i)), order.subList(cuts.get(i), cuts.get(i + 1))));
        }
        return beside;
    }

    private static boolean isNew(ProveRequest request, Version version) {
        return request.all() || !request.known().revisions().containsKey(version);
    }

    /// The next place at which no branch is open, or the end if there is none nearby.
    private static int cut(RevisionGraph graph, int from, int most) {
        for (int i = from; i < Math.min(from + most, graph.order().size()); i++) {
            if (joinsAll(graph, i)) {
                return i;
            }
        }
        return graph.order().size();
    }

    private static boolean joinsAll(RevisionGraph graph, int index) {
        Version version = graph.order().get(index);
        return graph.upTo(graph.parents(version)).size() == index
                && graph.above(List.of(version)).size() == graph.order().size() - index - 1;
    }
}
