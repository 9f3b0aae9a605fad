package dev.slipway.runner.engine.batch;

import java.util.concurrent.Semaphore;

/// Lets one batch work at a time, and holds the next until the pause after it is over: many tenants load their server
/// no more than one does.
public final class BatchBudget {
    private final Semaphore turns = new Semaphore(1, true);

    /// Waits for the turn of a batch. Who came first is first.
    Turn take() throws InterruptedException {
        turns.acquire();
        return turns::release;
    }

    /// One batch and the pause after it.
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
