package dev.slipway.runner.engine.batch;

import dev.slipway.runner.engine.history.Contracts;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.history.NewerRevisions;
import dev.slipway.runner.engine.lock.LockWait;
import dev.slipway.runner.engine.plan.Batch;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.batch.DivergenceQuery;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.lock.RunLock;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Goes on with the large changes of data that a deployment left for later, and with those for which older services
/// have written new rows since.
public final class PendingBatches {
    private final Session session;
    private final PendingBatchesRequest request;
    private final Progress progress;
    private final List<PendingBatchesResult.Completed> completed = new ArrayList<>();

    private PendingBatches(Session session, PendingBatchesRequest request, Progress progress) {
        this.session = session;
        this.request = request;
        this.progress = progress;
    }

    /// @throws SlipwayException if a batch fails, or the lock is not free in time
    public static PendingBatchesResult run(Session session, PendingBatchesRequest request, Progress progress) {
        return new PendingBatches(session, request, progress).run();
    }

    private PendingBatchesResult run() {
        FoundHistory found = HistorySearch.find(
                session, request.historyTable(), request.graph().scripts(), progress);
        BatchTable table = new BatchTable(session, found.place());
        if (!open(table, found.history()).isEmpty()) {
            RunLock lock = new RunLock(session, table.lockKey());
            LockWait.holding(lock, request.runLockTimeout(), progress, () -> underLock(table, found));
        }
        return new PendingBatchesResult(session.database(), completed);
    }

    private boolean underLock(BatchTable table, FoundHistory found) {
        History history = HistorySearch.again(session, found.place()).history();
        if (NewerRevisions.ahead(request.graph(), history).isEmpty()) {
            HistoryCheck.require(request.graph(), history);
        }
        for (Checkpoint checkpoint : open(table, history)) {
            request.graph()
                    .scripts()
                    .find(checkpoint.version())
                    .ifPresent(script -> complete(table, checkpoint, script));
        }
        return true;
    }

    /// Those that are recorded as applied, and are not complete or have to go through their table again.
    private List<Checkpoint> open(BatchTable table, History history) {
        Contracts contracts = new Contracts(request.graph().scripts(), history);
        return DatabaseCall.query("read %s".formatted(table.qualifiedName()), table::all).stream()
                .filter(checkpoint -> isApplied(history, checkpoint))
                .filter(checkpoint -> !checkpoint.isComplete() || diverges(contracts, checkpoint))
                .toList();
    }

    private static boolean isApplied(History history, Checkpoint checkpoint) {
        HistoryRow row = history.versions().get(checkpoint.version());
        return row != null && row.success() && row.rank() == checkpoint.rank();
    }

    /// What lies below a contract revision that is applied is settled.
    private boolean diverges(Contracts contracts, Checkpoint checkpoint) {
        return !contracts.standAbove(checkpoint.version())
                && DatabaseCall.query("look for rows that differ", () -> DivergenceQuery.stands(session, checkpoint));
    }

    private void complete(BatchTable table, Checkpoint checkpoint, Script.Versioned script) {
        if (script.header().inBatches().isEmpty()) {
            return;
        }
        Batch batch = StepReader.read(List.of(script), request.placeholders())
                .getFirst()
                .inBatches()
                .orElseThrow();
        List<String> done = completed.stream()
                .map(PendingBatchesResult.Completed::version)
                .map(Version::toString)
                .toList();
        BatchRequest asked = new BatchRequest(
                script,
                script.version(),
                checkpoint.rank(),
                batch,
                request.locks(),
                request.budget(),
                new RunProgress(Direction.BATCH, done));
        Duration timeout = script.header().lockTimeoutOr(request.locks().timeout());
        DatabaseCall.run("set the lock timeout", () -> table.waitFor(timeout));
        BatchStart start = BatchStart.of(session, table, asked);
        if (checkpoint.isComplete()) {
            start.begin();
        }
        long rows = BatchRun.run(asked, start, told(script), progress);
        completed.add(new PendingBatchesResult.Completed(
                script.version(), script.file().path(), rows));
    }

    private Consumer<ServerMessage> told(Script script) {
        return message -> progress.report(new Event.ServerSaid(script.file().fileName(), message));
    }
}
