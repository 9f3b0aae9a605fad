package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.Unavailability;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Runs one attempt on a thread of its own, since neither a deadline nor an interrupt ends a read from a socket.
///
/// An attempt that is given up goes on until its sockets time out; if it succeeds after all, its session is closed.
final class BoundedAttempt {
    private final CompletableFuture<Attempt> outcome = new CompletableFuture<>();

    private BoundedAttempt() {}

    static Attempt run(Supplier<Attempt> attempt, Duration limit) throws InterruptedException {
        BoundedAttempt bounded = new BoundedAttempt();
        Thread.ofPlatform().daemon().name("connect").start(() -> bounded.run(attempt));
        return bounded.await(limit);
    }

    private void run(Supplier<Attempt> attempt) {
        try {
            Attempt result = attempt.get();
            if (!outcome.complete(result)) {
                close(result);
            }
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    private Attempt await(Duration limit) throws InterruptedException {
        try {
            return outcome.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            outcome.complete(
                    new Attempt.Failed(Unavailability.TIMED_OUT, "driver: no answer within " + Durations.text(limit)));
            return outcome.join();
        } catch (InterruptedException e) {
            if (!outcome.cancel(false) && !outcome.isCompletedExceptionally()) {
                close(outcome.join());
            }
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void close(Attempt attempt) {
        switch (attempt) {
            case Attempt.Connected(Session session) -> session.close();
            case Attempt.Failed _ -> {}
        }
    }
}
