package dev.slipway.runner.engine.status;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.plan.BaselineChoice;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What baseline scripts mean for a database: which of them it began with, or will, and what that one stands for.
final class BaselineChoices {
    private final RevisionGraph graph;
    private final History history;
    private final NavigableSet<Version> applied;
    private final Optional<Script.Baseline> first;

    BaselineChoices(RevisionGraph graph, History history) {
        this.graph = graph;
        this.history = history;
        this.applied = new DatabaseState(graph, history).applied();
        this.first = new BaselineChoice(graph, history).first(graph.order());
    }

    /// Whether the version of a row is that of a script which stands for revisions of others.
    boolean isBeside(Version version) {
        return graph.besides().stream().anyMatch(script -> script.version().equals(version));
    }

    /// The row that the script left, and not another one of its version.
    @Nullable
    HistoryRow row(Script.Revision script) {
        HistoryRow row = history.versions().get(script.version());
        boolean begun = row != null && row.type().equals(HistoryRow.SQL_BASELINE);
        boolean beside = isBeside(script.version());
        return beside && begun != script instanceof Script.Baseline ? null : row;
    }

    List<Version> standsFor(Script.Revision script) {
        return switch (script) {
            case Script.Versioned _ -> List.of();
            case Script.Baseline baseline -> List.copyOf(graph.reached(baseline));
        };
    }

    /// What became of a revision that has no row.
    HistoryResult.State state(Version version) {
        if (applied.contains(version)) {
            return HistoryResult.State.BASELINE;
        }
        boolean covered = first.filter(script -> script.standsFor(version) && isBeside(script.version()))
                .isPresent();
        return covered ? HistoryResult.State.PASSED_OVER : HistoryResult.State.PENDING;
    }

    /// What becomes of a baseline script that has no row.
    HistoryResult.State state(Script.Baseline script) {
        return first.filter(script::equals).isPresent() ? HistoryResult.State.PENDING : HistoryResult.State.PASSED_OVER;
    }
}
