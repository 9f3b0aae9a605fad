package dev.slipway.backend.metric;

/// What is brought up to date before somebody reads it.
@FunctionalInterface
public interface Refreshed {
    void refresh();
}
