package dev.slipway.runner.engine.batch;

import java.time.Duration;

/// How many rows the next batch looks at, so that it takes about as long as it should.
///
/// It grows slowly and shrinks at once: a batch that takes too long keeps others waiting.
final class BatchSize {
    private static final long FIRST = 500;
    private static final long LARGEST = 50_000;

    private final Duration goal;
    private long size = FIRST;

    BatchSize(Duration goal) {
        this.goal = goal;
    }

    long next() {
        return size;
    }

    /// @param waiting how many sessions waited for the batch
    void took(Duration time, long waiting) {
        double factor = (double) goal.toNanos() / Math.max(1, time.toNanos());
        size = bounded(size * Math.min(2, waiting > 0 ? Math.min(factor, 0.5) : factor));
    }

    /// The batch was rolled back since it met another transaction.
    void collided() {
        size = bounded(size / 2.0);
    }

    private static long bounded(double wanted) {
        return Math.clamp(Math.round(wanted), 1, LARGEST);
    }
}
