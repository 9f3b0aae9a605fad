package dev.slipway.backend.server;

import java.util.Collection;
import java.util.Optional;

/// What holds memory of the service for as long as a client takes.
interface UnderWay {
    /// When it began, in nanoseconds of [System#nanoTime].
    long start();

    /// What began the longest ago.
    static <T extends UnderWay> Optional<T> oldest(Collection<T> all) {
        return all.stream().reduce((one, other) -> one.start() - other.start() > 0 ? other : one);
    }
}
