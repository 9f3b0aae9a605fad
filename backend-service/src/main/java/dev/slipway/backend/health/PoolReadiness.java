package dev.slipway.backend.health;

import dev.slipway.backend.database.PoolQueue;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/// The service is ready while a request may still wait for a connection.
@Singleton
@Readiness
final class PoolReadiness implements HealthIndicator {
    private final PoolQueue queue;

    PoolReadiness(PoolQueue queue) {
        this.queue = queue;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("pool", queue.isFull() ? HealthStatus.DOWN : HealthStatus.UP)
                .build());
    }
}
