package dev.slipway.backend.auth;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.configuration.metrics.annotation.RequiresMetrics;
import jakarta.inject.Singleton;

/// `sign_ins_total` by outcome, and `lockouts_total`.
@Singleton
@RequiresMetrics
final class SignInMetrics implements MeterBinder {
    private final SignInCounts counts;

    SignInMetrics(SignInCounts counts) {
        this.counts = counts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("sign.ins", counts, SignInCounts::successes)
                .tag("outcome", "success")
                .description("attempts to sign in")
                .register(registry);
        FunctionCounter.builder("sign.ins", counts, SignInCounts::failures)
                .tag("outcome", "failure")
                .description("attempts to sign in")
                .register(registry);
        FunctionCounter.builder("lockouts", counts, SignInCounts::lockouts)
                .description("accounts or devices that were locked after too many failures")
                .register(registry);
    }
}
