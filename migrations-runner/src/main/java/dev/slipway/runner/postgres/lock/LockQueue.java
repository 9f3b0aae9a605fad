package dev.slipway.runner.postgres.lock;

import java.time.Duration;

/// The sessions that wait for what another has or waits for.
///
/// @param longest how long the first of them has waited
record LockQueue(int sessions, Duration longest) {
    static final LockQueue EMPTY = new LockQueue(0, Duration.ZERO);
}
