package dev.slipway.backend.health;

import dev.slipway.backend.schema.SchemaGate;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// Tells people and load balancers how the service is: 200 when it serves, 503 when it does not.
@Controller("/api/health")
@Secured(SecurityRule.IS_ANONYMOUS)
final class HealthController {
    private final SchemaGate gate;

    HealthController(SchemaGate gate) {
        this.gate = gate;
    }

    @Get
    HttpResponse<Health> health() {
        Health health = Health.of(gate.state());
        return HttpResponse.status(health.serves() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(health);
    }
}
