package dev.slipway.runner.engine.batch;

import dev.slipway.runner.engine.lock.LockRetry;
import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.batch.BatchSettings;
import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.batch.BatchFailed;
import dev.slipway.runner.postgres.batch.BatchTransaction;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs one script in batches from its checkpoint to its end.
///
/// The end is the highest key there is at the beginning; what came in behind it is gone through once more, so that a
/// script ends however fast rows are added.
public final class BatchRun {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final BatchRequest request;
    private final BatchSettings settings;
    private final BatchTransaction transaction;
    private final BatchFault fault;
    private final BatchSize size;
    private final BatchReports reports;
    private final Progress progress;
    private Checkpoint now;
    private @Nullable LockRetry retry;

    private BatchRun(BatchRequest request, BatchTransaction transaction, Progress progress, Checkpoint from) {
        this.request = request;
        this.settings = request.batch().settings();
        this.transaction = transaction;
        this.fault = new BatchFault(request);
        this.size = new BatchSize(settings.goal());
        this.reports = new BatchReports(request.label(), progress, from);
        this.progress = progress;
        this.now = from;
    }

    /// Goes on where an earlier run ended, or begins.
    ///
    /// @return how many rows all runs changed
    /// @throws SlipwayException if a batch fails or the run is interrupted, saying how far it came
    public static long run(
            BatchRequest request, BatchStart start, Consumer<ServerMessage> messages, Progress progress) {
        Checkpoint from = start.known().orElseGet(start::begun);
        if (!from.isComplete() && from.last() != null) {
            progress.report(resuming(request, from));
        }
        BatchRun run = new BatchRun(request, start.transaction(messages), progress, from);
        if (!from.isComplete()) {
            run.toTheEnd();
        }
        progress.report(new Event.BatchesEnded(request.label(), run.now.rows()));
        return run.now.rows();
    }

    private static Event resuming(BatchRequest request, Checkpoint from) {
        boolean changed = from.checksum() != request.script().file().checksum();
        return new Event.BatchesResuming(request.label(), from.rows(), from.share(), changed);
    }

    private void toTheEnd() {
        while (turn()) {
            waitForReplicas();
        }
        try {
            if (now.extended()) {
                transaction.move(now, now.settled(request.batch().change().looksAtWhatItWrites()), true);
                return;
            }
            now = transaction.extend(now);
        } catch (BatchFailed e) {
            throw fault.of(e, now.rows());
        }
        toTheEnd();
    }

    /// One batch and the pause after it, when it is this script's turn.
    ///
    /// @return whether there was something to look at
    private boolean turn() {
        try (BatchBudget.Turn _ = request.budget().take()) {
            boolean more = batch();
            if (more) {
                Thread.sleep(settings.pause());
            }
            return more;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private boolean batch() {
        long begun = System.nanoTime();
        try {
            BatchTransaction.Outcome outcome = transaction.run(now, size.next());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            now = outcome.checkpoint();
            retry = null;
            size.took(took, outcome.waiting());
            if (outcome.waiting() > 0) {
                reports.paused("others wait for its rows");
                pause(took);
            }
            reports.done(now);
            return outcome.keys() > 0;
        } catch (BatchFailed e) {
            again(e);
            return true;
        }
    }

    private void again(BatchFailed failure) {
        retry = retry == null ? request.retry(transaction.session(), progress) : retry;
        if (!retry.pause(ServerErrors.of(failure.refusal()))) {
            throw fault.of(failure, now.rows());
        }
        size.collided();
    }

    private void waitForReplicas() {
        long lag = lag();
        while (lag > settings.lag().toMillis()) {
            reports.paused("a replica is %d s behind".formatted(lag / 1000));
            pause(LOOK);
            lag = lag();
        }
    }

    private long lag() {
        try {
            return transaction.lag();
        } catch (BatchFailed e) {
            throw fault.of(e, now.rows());
        }
    }

    private void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private SlipwayException interrupted() {
        Thread.currentThread().interrupt();
        return fault.interrupted(now.rows());
    }
}
