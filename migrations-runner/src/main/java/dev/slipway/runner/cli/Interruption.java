package dev.slipway.runner.cli;

import dev.slipway.runner.postgres.connect.Session;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What happens at SIGTERM and SIGINT: the running statement is cancelled, its transaction rolled back, and the program
/// says what stayed applied before it ends. The exit code, 143 or 130, is the one Java gives for the signal.
///
/// A cancel that arrives between two statements cancels nothing, so it is sent again until the worker has ended, but
/// not while that clears up: then its thread is not interrupted.
final class Interruption implements Runnable {
    private static final Duration GRACE = Duration.ofMillis(1500);
    private static final Duration GRACE_TO_CLEAR_UP = Duration.ofSeconds(8);
    private static final Duration BETWEEN_CANCELS = Duration.ofMillis(200);

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
        // on a thread of its own, since a cancel waits for a server that does not answer
        Thread.ofPlatform().daemon().name("cancel").start(this::cancel);
        try {
            boolean inTime = ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    || (!worker.isInterrupted() && ended.await(GRACE_TO_CLEAR_UP.toMillis(), TimeUnit.MILLISECONDS));
            if (!inTime) {
                System.err.println("error: interrupted; what was running did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancel() {
        try {
            do {
                Session open = session.get();
                if (open != null && worker.isInterrupted()) {
                    open.cancel();
                }
            } while (!ended.await(BETWEEN_CANCELS.toMillis(), TimeUnit.MILLISECONDS));
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
