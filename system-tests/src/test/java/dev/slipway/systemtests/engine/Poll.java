package dev.slipway.systemtests.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Asks again and again until a condition holds, and fails at a deadline.
public final class Poll {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private Poll() {}

    public static void until(String fact, BooleanSupplier holds) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within %d s: %s".formatted(DEADLINE.toSeconds(), fact));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
