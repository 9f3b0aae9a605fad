package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/// Sees to it that branches lead to the same schema whichever comes first.
///
/// @param recorded what was proved of the schema of all of them
record MergeProof(RevisionGraph graph, ScratchPool pool, Schema recorded) {
    private static final String EFFECT = "databases that got the branches in another order differ from each other";

    /// @param tips the ends of the branches, at least two
    /// @param where what joins them
    List<Finding> findings(List<Version> tips, String where) {
        try {
            return findings(tips, where, pool.attempt(() -> schema(tips)).settled(recorded));
        } catch (ScriptRefused e) {
            return refused(e, tips);
        }
    }

    private List<Finding> findings(List<Version> tips, String where, Schema expected) {
        List<Version> reversed = tips.reversed();
        try {
            return SchemaDifferences.between(expected, schema(reversed), after(tips), after(reversed))
                    .findings(where, EFFECT, remedy(reversed));
        } catch (ScriptRefused e) {
            return refused(e, reversed);
        }
    }

    private Schema schema(List<Version> tips) throws ScriptRefused {
        try (ProofDatabase database = pool.at(order(graph, tips))) {
            return database.schema();
        }
    }

    private static List<Finding> refused(ScriptRefused cause, List<Version> tips) {
        return List.of(cause.rejected().finding("the branches cannot be applied " + after(tips), remedy(tips)));
    }

    private static String remedy(List<Version> tips) {
        return "let one of the branches build on the other: write \"-- revises: %s\" in its first script"
                .formatted(tips.getLast());
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
