package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.UnavailableReason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Runs one attempt on a thread of its own, since neither a deadline nor an interrupt ends a read from a socket.
///
/// An attempt that is given up goes on until its sockets time out; if it succeeds after all, its session is closed.
final class BoundedConnectAttempt {
    private final CompletableFuture<ConnectAttempt> outcome = new CompletableFuture<>();

    private BoundedConnectAttempt() {}

    static ConnectAttempt run(Supplier<ConnectAttempt> attempt, Duration limit) throws InterruptedException {
        BoundedConnectAttempt bounded = new BoundedConnectAttempt();
        Thread.ofPlatform().daemon().name("connect").start(() -> bounded.run(attempt));
        return bounded.await(limit);
    }

    private void run(Supplier<ConnectAttempt> attempt) {
        try {
            ConnectAttempt result = attempt.get();
            if (!outcome.complete(result)) {
                close(result);
            }
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    private ConnectAttempt await(Duration limit) throws InterruptedException {
        try {
            return outcome.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            outcome.complete(new ConnectAttempt.Failed(
                    UnavailableReason.TIMED_OUT, "driver: no answer within " + Durations.text(limit)));
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

    private static void close(ConnectAttempt attempt) {
        switch (attempt) {
            case ConnectAttempt.Connected(Session session) -> session.close();
            case ConnectAttempt.Failed _ -> {}
        }
    }
}
