package dev.slipway.runner.engine.readiness;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How often is tried and told.
///
/// @param first pause, doubled after each attempt
/// @param longest pause
/// @param afterWrongPassword the least pause after a refused password, so that a secret being rotated is found
/// @param betweenReports while the reason stays the same
/// @param deadline for the whole wait; 0 tries once
record RetryBackoff(
        Duration first, Duration longest, Duration afterWrongPassword, Duration betweenReports, Duration deadline) {
    static final RetryBackoff NORMAL = new RetryBackoff(
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60));

    private static final int MOST_DOUBLINGS = 20;
    private static final double JITTER = 0.2;

    RetryBackoff within(Duration wait) {
        return new RetryBackoff(first, longest, afterWrongPassword, betweenReports, wait);
    }

    /// The pause after the given attempt, counted from 1; a fifth more or less, so that replicas do not try in step.
    Duration pause(int attempt) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration bounded = doubled.compareTo(longest) < 0 ? doubled : longest;
        double factor = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
        return Duration.ofNanos((long) (bounded.toNanos() * factor));
    }
}
