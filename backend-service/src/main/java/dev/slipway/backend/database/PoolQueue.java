package dev.slipway.backend.database;

/// Those who wait for a connection of the pool.
@FunctionalInterface
public interface PoolQueue {
    /// Whether the next one would be refused.
    boolean isFull();
}
