package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The history of a database that was brought to a position by the scripts as they are now.
final class StampedHistory {
    private StampedHistory() {}

    /// No repeatable script counts as applied.
    ///
    /// @throws SlipwayException with `UsageFailure` if only a database could tell which position that is
    static History at(Target position, RevisionGraph graph) {
        List<HistoryRow> rows = new ArrayList<>();
        graph.inOrder(applied(position, graph))
                .forEach(version -> rows.add(row(rows.size() + 1, graph.script(version))));
        return new History(rows);
    }

    private static Collection<Version> applied(Target position, RevisionGraph graph) {
        return switch (position) {
            case Target.Heads() -> graph.order();
            case Target.At(Version version) -> graph.upTo(List.of(version));
            case Target.Base() -> List.of();
            case Target.Relative(int steps) ->
                throw new SlipwayException(new UsageFailure(
                        "without a database nobody knows where %+d steps begin".formatted(steps),
                        "begin at a revision: base, 4, or 4%+d".formatted(steps)));
        };
    }

    private static HistoryRow row(int rank, Script.Revision script) {
        NewRow row = NewRow.of(rank, script, script.file().checksum());
        return new HistoryRow(
                rank,
                script.version(),
                row.description(),
                row.type(),
                row.script(),
                row.checksum(),
                "",
                LocalDateTime.MIN,
                0,
                true);
    }
}
