package dev.slipway.runner.cli;

import dev.slipway.runner.postgres.connect.Session;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What happens at SIGTERM and SIGINT: the running statement is cancelled, its transaction rolled back, and the program
/// says what stayed applied before it ends. The exit code, 143 or 130, is the one Java gives for the signal.
final class Interruption implements Runnable {
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Thread worker;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;

    Interruption(Thread worker) {
        this.worker = worker;
    }

    /// Runs in the shutdown hook, and gives the worker time to end well.
    @Override
    public void run() {
        if (ended.getCount() == 0) {
            return;
        }
        requested = true;
        worker.interrupt();
        Session open = session.get();
        if (open != null) {
            open.cancel();
        }
        try {
            if (!ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("error: interrupted, and the database did not answer in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    AtomicReference<@Nullable Session> session() {
        return session;
    }

    boolean requested() {
        return requested;
    }

    void ended() {
        ended.countDown();
    }
}
