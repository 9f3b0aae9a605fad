package dev.slipway.runner.postgres.lock;

import java.time.Duration;

/// A wait for one lock.
///
/// @param began tells it from the others
record Wait(String began, Duration lasted) {}
