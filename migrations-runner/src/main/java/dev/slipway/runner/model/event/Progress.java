package dev.slipway.runner.model.event;

/// Takes events as they happen. The engine reports here and never prints.
@FunctionalInterface
public interface Progress {
    void report(Event event);
}
