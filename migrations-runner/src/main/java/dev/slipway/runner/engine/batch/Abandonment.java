package dev.slipway.runner.engine.batch;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;

/// Gives up what is left of a large change of data, for good: the rows stay as they are, and no contract revision waits
/// for them. Who goes on with it at the moment is stopped by that.
public final class Abandonment {
    private final RevisionGraph graph;
    private final String revision;
    private final Target target;

    private Abandonment(RevisionGraph graph, String revision) {
        this.graph = graph;
        this.revision = revision;
        this.target = Target.parse(revision, graph);
    }

    /// @param revision as a target names it
    /// @throws SlipwayException with `UsageFailure` if there is no such revision
    public static Abandonment of(String revision, RevisionGraph graph) {
        return new Abandonment(graph, revision);
    }

    /// @throws SlipwayException with `UsageFailure` if the database has no such change of data
    public AbandonmentResult run(Session session, String historyTable, Progress progress) {
        FoundHistory found = HistorySearch.find(session, historyTable, graph.scripts(), progress);
        BatchTable table = new BatchTable(session, found.place());
        Checkpoint checkpoint = find(table);
        boolean abandoned =
                DatabaseCall.query("write %s".formatted(table.qualifiedName()), () -> table.abandon(checkpoint));
        return new AbandonmentResult(
                session.database(),
                checkpoint.version(),
                checkpoint.script(),
                checkpoint.rows(),
                checkpoint.share(),
                abandoned);
    }

    private Checkpoint find(BatchTable table) {
        return DatabaseCall.query("read %s".formatted(table.qualifiedName()), table::all).stream()
                .filter(checkpoint -> target.equals(new Target.At(checkpoint.version())))
                .findFirst()
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "%s has not begun to change rows in batches here".formatted(revision),
                        "`current` names what is not complete")));
    }
}
