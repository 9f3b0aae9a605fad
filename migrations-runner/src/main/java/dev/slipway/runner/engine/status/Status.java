package dev.slipway.runner.engine.status;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.RevisionRange;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.Position;
import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.catalog.Relations;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.FingerprintTable;
import dev.slipway.runner.postgres.history.HistoryReader;
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
    private final String historyTable;
    private final Planner planner;

    public Status(Session session, RevisionGraph graph, String historyTable, Placeholders placeholders) {
        this.session = session;
        this.graph = graph;
        this.historyTable = historyTable;
        this.planner = new Planner(graph, placeholders);
    }

    /// The position. A history that does not match the scripts is refused as an upgrade would refuse it.
    public CurrentResult current() {
        Optional<History> found = read();
        History history = found.orElse(History.EMPTY);
        Pending pending = planner.pending(history, new Target.Heads(), true);
        return new CurrentResult(
                session.database(),
                found.isPresent(),
                found.isEmpty() && !relations().isEmpty(),
                Position.of(graph, history),
                graph.heads(),
                pending.versioned().size() + pending.repeatable().size(),
                history.baseline().orElse(null),
                found.isPresent() ? fingerprint() : null);
    }

    private @Nullable String fingerprint() {
        return DatabaseCall.query(
                        "read the fingerprint",
                        () -> new FingerprintTable(session, HistoryTable.in(session, historyTable)).last())
                .orElse(null);
    }

    private List<String> relations() {
        return DatabaseCall.query("list the tables", () -> Relations.names(session));
    }

    /// The scripts and what became of them; differences are shown, not refused.
    ///
    /// @param range null for all, together with what only the history knows and the repeatable scripts
    public HistoryResult history(@Nullable RevisionRange range) {
        History history = read().orElse(History.EMPTY);
        Set<Script> changed =
                planner.repeatable(history).stream().map(Pending.Repeat::script).collect(Collectors.toSet());
        return new Listing(graph, history, changed, session.database()).of(range);
    }

    private Optional<History> read() {
        return DatabaseCall.query("read the history", () -> HistoryReader.read(session, historyTable));
    }
}
