package dev.slipway.runner.postgres.lock;

import java.time.Duration;

/// A wait for one lock.
///
/// @param began tells it from the others
record ObservedWait(String began, Duration lasted) {}
