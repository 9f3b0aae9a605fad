package dev.slipway.runner.engine.history;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.Mismatch;
import java.util.List;
import java.util.Optional;

/// Revisions of newer scripts than these. While an old image and a new one run side by side, the runner of the old one
/// meets what the new one has applied, and has nothing to do, as long as the services of the old one can run on it. The
/// gate of a service decides by the same rule.
public final class NewerRevisions {
    private NewerRevisions() {}

    /// The revisions by which a database is ahead of the scripts: it has all of these, and beside them newer ones that
    /// only expand the schema. None if it is not ahead, or differs in another way too.
    public static List<Version> ahead(RevisionGraph graph, History history) {
        return ahead(graph, history, HistoryCheck.mismatches(graph, history));
    }

    /// @param mismatches what `HistoryCheck` found
    public static List<Version> ahead(RevisionGraph graph, History history, List<Mismatch> mismatches) {
        List<Version> newer = mismatches.stream()
                .map(NewerRevisions::expanding)
                .flatMap(Optional::stream)
                .toList();
        boolean only = newer.size() == mismatches.size() && !graph.order().isEmpty();
        return only && new DatabaseState(graph, history).applied().containsAll(graph.order()) ? newer : List.of();
    }

    private static Optional<Version> expanding(Mismatch mismatch) {
        return mismatch instanceof Mismatch.Newer newer && !newer.contract()
                ? Optional.of(newer.version())
                : Optional.empty();
    }
}
