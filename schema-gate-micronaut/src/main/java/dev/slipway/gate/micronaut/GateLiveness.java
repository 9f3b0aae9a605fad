package dev.slipway.gate.micronaut;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/// The service lives while its gate is watched, be it open or closed: a restart does not bring a database back.
@Singleton
@Liveness
@Requires(classes = HealthIndicator.class)
final class GateLiveness implements HealthIndicator {
    private final ServiceGate gate;

    GateLiveness(ServiceGate gate) {
        this.gate = gate;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("gate", gate.isWatching() ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }
}
