package dev.slipway.runner.engine.lock;

import java.time.Duration;

/// How a run deals with locks that others hold.
///
/// @param timeout how long the waits of one try may take together; each script may have its own
/// @param budget how long a script is tried again after its first try failed
/// @param terminateIdle whether sessions that are idle in a transaction are ended when they are in the way
public record LockLimits(Duration timeout, Duration budget, boolean terminateIdle) {
    /// Waits as long as it takes, on a database where nobody else is.
    public static final LockLimits ALONE = new LockLimits(Duration.ZERO, Duration.ZERO, false);
}
