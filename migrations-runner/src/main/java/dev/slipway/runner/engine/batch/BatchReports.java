package dev.slipway.runner.engine.batch;

import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import java.time.Duration;

/// Tells now and then how far a script came, and how long the rest will take.
final class BatchReports {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final String label;
    private final Progress progress;
    private final long keysBefore;
    private final long start = System.nanoTime();
    private long last = start;

    BatchReports(String label, Progress progress, Checkpoint from) {
        this.label = label;
        this.progress = progress;
        this.keysBefore = from.keys();
    }

    void done(Checkpoint now) {
        if (isSoon()) {
            return;
        }
        long keys = Math.max(1, now.keys() - keysBefore);
        long left = Math.max(0, now.total() - now.keys());
        Duration rest = Duration.ofNanos((long) ((double) (last - start) / keys * left));
        progress.report(new Event.Batched(label, now.rows(), now.share(), rest));
    }

    void paused(String why) {
        if (!isSoon()) {
            progress.report(new Event.BatchPaused(label, why));
        }
    }

    private boolean isSoon() {
        long now = System.nanoTime();
        if (now - last < BETWEEN.toNanos()) {
            return true;
        }
        last = now;
        return false;
    }
}
