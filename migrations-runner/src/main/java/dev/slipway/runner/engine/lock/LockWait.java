package dev.slipway.runner.engine.lock;

import dev.slipway.runner.engine.readiness.Pause;
import dev.slipway.runner.model.LockHolder;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.lock.RunLock;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks for the lock until it is free or the deadline has passed, and tells now and then who holds it.
public final class LockWait {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final RunLock lock;
    private final Duration limit;
    private final Progress progress;
    private final long start = System.nanoTime();
    private Duration nextReport = Duration.ZERO;

    private LockWait(RunLock lock, Duration limit, Progress progress) {
        this.lock = lock;
        this.limit = limit;
        this.progress = progress;
    }

    /// Does the work while it holds the lock, and lets go of it at once: the end of the session would do, but a little
    /// after the program has ended.
    ///
    /// @throws SlipwayException with `LockHeld` at the deadline, with `Interrupted` at an interrupt
    public static <T> T holding(RunLock lock, Duration limit, Progress progress, Supplier<T> work) {
        new LockWait(lock, limit, progress).acquire();
        try {
            return work.get();
        } finally {
            lock.release();
        }
    }

    private void acquire() {
        Duration pause = FIRST_PAUSE;
        while (!DatabaseCall.query("take the lock", lock::tryAcquire)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(limit) >= 0) {
                throw new SlipwayException(new LockHeld(holder(), waited));
            }
            if (waited.compareTo(nextReport) >= 0) {
                progress.report(new Event.WaitingForLock(holder(), waited, limit));
                nextReport = waited.plus(BETWEEN_REPORTS);
            }
            Pause.of(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private @Nullable LockHolder holder() {
        return DatabaseCall.query("look for the holder of the lock", lock::holder)
                .orElse(null);
    }
}
