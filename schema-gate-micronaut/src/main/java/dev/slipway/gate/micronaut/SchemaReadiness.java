package dev.slipway.gate.micronaut;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/// The service is ready while the gate is open.
@Singleton
@Readiness
@Requires(classes = HealthIndicator.class)
final class SchemaReadiness implements HealthIndicator {
    private final ServiceGate gate;

    SchemaReadiness(ServiceGate gate) {
        this.gate = gate;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("schema", gate.isReady() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("message", gate.state().summary()))
                .build());
    }
}
