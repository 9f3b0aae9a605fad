package dev.slipway.runner.model.event;

/// Takes events as they happen. The engine reports here and never prints.
@FunctionalInterface
public interface Progress {
    void report(Event event);

    /// For what happens to one of several tenants at the same time: each line says to which.
    default Progress of(String tenant) {
        return this;
    }
}
