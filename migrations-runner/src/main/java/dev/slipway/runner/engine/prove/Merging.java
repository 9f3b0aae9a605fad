package dev.slipway.runner.engine.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/// Sees to it that branches lead to the same schema whichever comes first.
record Merging(Positions positions) {
    private static final String EFFECT = "databases that got the branches in another order differ from each other";

    /// @param tips the ends of the branches, at least two
    /// @param where what joins them
    List<Finding> findings(List<Version> tips, String where) {
        String first = after(tips);
        String second = after(tips.reversed());
        String remedy = "let one of the branches build on the other: write \"-- revises: %s\" in its first script"
                .formatted(tips.getFirst());
        try (Trial one = positions.at(order(positions.graph(), tips))) {
            Schema expected = one.schema();
            try (Trial other = positions.at(order(positions.graph(), tips.reversed()))) {
                return Differences.between(expected, other.schema(), first, second)
                        .findings(where, EFFECT, remedy);
            } catch (SlipwayException e) {
                return List.of(Refusal.of(e).finding("the branches cannot be applied " + second, remedy));
            }
        }
    }

    private static String after(List<Version> tips) {
        return "with %s last".formatted(tips.getLast());
    }

    /// The branches one after the other.
    static List<Version> order(RevisionGraph graph, List<Version> tips) {
        List<Version> order = new ArrayList<>();
        for (Version tip : tips) {
            NavigableSet<Version> branch = graph.upTo(List.of(tip));
            branch.removeAll(List.copyOf(order));
            order.addAll(graph.inOrder(branch));
        }
        return order;
    }
}
