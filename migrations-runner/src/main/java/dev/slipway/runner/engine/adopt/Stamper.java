package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.lock.LockWait;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Overtaken;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.RunLock;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Records revisions as applied without running them, for a database whose tables were made some other way.
public final class Stamper {
    private final Session session;
    private final StampRequest request;
    private final RevisionGraph graph;
    private final Progress progress;

    private Stamper(Session session, StampRequest request, Progress progress) {
        this.session = session;
        this.request = request;
        this.graph = request.graph();
        this.progress = progress;
    }

    /// Records the revisions and everything they build on, as far as the history does not hold it yet.
    ///
    /// @throws SlipwayException if the history contradicts that, unless it is to forget what does
    public static StampResult stamp(Session session, StampRequest request, Progress progress) {
        return new Stamper(session, request, progress).stamp();
    }

    private StampResult stamp() {
        HistoryPlace place = HistorySearch.find(session, request.historyTable(), graph.scripts(), progress)
                .place();
        HistoryTable table = new HistoryTable(session, place);
        return LockWait.holding(
                new RunLock(session, table), request.runLockTimeout(), progress, () -> underLock(table));
    }

    /// The same while the lock is held already.
    static StampResult underLock(Session session, HistoryTable table, StampRequest request, Progress progress) {
        return new Stamper(session, request, progress).underLock(table);
    }

    private StampResult underLock(HistoryTable table) {
        FoundHistory found = HistorySearch.again(session, table.place());
        History history = found.history();
        Set<Version> claimed = claimed(history);
        StampPlan claim = StampPlan.of(graph, history, claimed);
        if (!request.purge()) {
            claim.refuse(session.database(), new DatabaseState(graph, history).position());
        }
        List<NewRow> rows = claim.rows(history);
        claim.forgotten()
                .forEach(row -> progress.report(new Event.Forgetting(row.version() + "  " + row.description())));
        claim.missing().forEach(script -> progress.report(new Event.Recording(script.title())));
        if (!DatabaseCall.query(
                "write the history", () -> table.stamp(!found.exists(), rows, contracts(claimed, claim)))) {
            throw new SlipwayException(
                    new Overtaken("revisions were recorded", RunProgress.NOTHING, "no revision was recorded"));
        }
        return new StampResult(
                session.database(),
                new DatabaseState(graph, history).position(),
                graph.tips(claimed),
                claim.missing().stream().map(script -> script.version()).toList(),
                claim.forgottenVersions());
    }

    private Set<Version> claimed(History history) {
        Set<Version> claimed = new TreeSet<>(graph.upTo(request.revisions()));
        Set<Version> besides = new DatabaseState(graph, history).applied();
        besides.retainAll(request.besides());
        claimed.addAll(besides);
        return claimed;
    }

    /// What the record of contract revisions has to say, or null if there is no need to touch it.
    private @Nullable List<Version> contracts(Set<Version> claimed, StampPlan claim) {
        List<Version> contracts = graph.inOrder(claimed).stream()
                .filter(version -> graph.script(version).header().contract())
                .toList();
        return contracts.isEmpty() && claim.forgotten().isEmpty() ? null : contracts;
    }
}
