package dev.slipway.backend.auth;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/// How attempts to sign in ended, since the start of this process.
@Singleton
final class SignInCounts {
    private final LongAdder successes = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder lockouts = new LongAdder();

    void succeed() {
        successes.increment();
    }

    void fail() {
        failures.increment();
    }

    void lock() {
        lockouts.increment();
    }

    long successes() {
        return successes.sum();
    }

    long failures() {
        return failures.sum();
    }

    long lockouts() {
        return lockouts.sum();
    }
}
