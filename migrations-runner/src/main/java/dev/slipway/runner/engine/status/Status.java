package dev.slipway.runner.engine.status;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.RevisionRange;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.NewerRevisions;
import dev.slipway.runner.engine.history.UnmanagedTables;
import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.FingerprintTable;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the history and lays it beside the scripts.
public final class Status {
    private final Session session;
    private final RevisionGraph graph;
    private final FoundHistory found;
    private final Planner planner;

    /// @param found the history of the database
    public Status(Session session, RevisionGraph graph, FoundHistory found, Placeholders placeholders) {
        this.session = session;
        this.graph = graph;
        this.found = found;
        this.planner = new Planner(graph, placeholders);
    }

    /// The position, together with what an upgrade would be refused for.
    ///
    /// @param faults of the scripts
    public CurrentResult current(List<ScriptProblem> faults) {
        History history = found.history();
        UpgradeOutlook outlook = UpgradeOutlook.of(planner, history, faults);
        return new CurrentResult(
                session.database(),
                found.exists(),
                !found.exists() && !relations().isEmpty(),
                new DatabaseState(graph, history).position(),
                graph.heads(),
                NewerRevisions.ahead(graph, history),
                outlook.pending(),
                List.copyOf(history.begun()),
                history.baseline().orElse(null),
                found.exists() ? fingerprint() : null,
                batches(history),
                outlook.refusal());
    }

    private List<BatchState> batches(History history) {
        BatchTable table = new BatchTable(session, found.place());
        return DatabaseCall.query("read %s".formatted(table.qualifiedName()), table::all).stream()
                .filter(checkpoint -> !checkpoint.isComplete())
                .flatMap(checkpoint -> Optional.ofNullable(history.versions().get(checkpoint.version())).stream()
                        .filter(row -> row.rank() == checkpoint.rank())
                        .map(row -> BatchState.of(checkpoint, row.success())))
                .toList();
    }

    private @Nullable String fingerprint() {
        return DatabaseCall.query(
                        "read the fingerprint",
                        () -> new FingerprintTable(session, new HistoryTable(session, found.place())).last())
                .map(FingerprintTable.Kept::fingerprint)
                .orElse(null);
    }

    private List<String> relations() {
        return UnmanagedTables.in(session, List.of(found.place().schema()));
    }

    /// The scripts and what became of them, together with what an upgrade would be refused for.
    ///
    /// @param range null for all, together with what only the history knows and the repeatable scripts
    /// @param faults of the scripts
    public HistoryResult history(@Nullable RevisionRange range, List<ScriptProblem> faults) {
        History history = found.history();
        boolean ahead = !NewerRevisions.ahead(graph, history).isEmpty();
        Set<Script> changed = ahead
                ? Set.of()
                : planner.repeatable(history).stream()
                        .map(Pending.Repeat::script)
                        .collect(Collectors.toSet());
        return new RevisionListing(graph, history, changed, session.database())
                .of(range)
                .with(
                        batches(history),
                        UpgradeOutlook.of(planner, history, faults).refusal());
    }
}
