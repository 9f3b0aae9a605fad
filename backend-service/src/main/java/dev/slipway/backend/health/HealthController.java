package dev.slipway.backend.health;

import dev.slipway.backend.problem.Refuses;
import dev.slipway.gate.micronaut.ServiceGate;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/// Tells people and load balancers how the service is: 200 when it serves, 503 when it does not.
@Refuses.Anything
@Controller("/api/health")
@Secured(SecurityRule.IS_ANONYMOUS)
final class HealthController {
    private final ServiceGate gate;

    HealthController(ServiceGate gate) {
        this.gate = gate;
    }

    /// Tells how the service, its database and its schema are.
    @Operation(security = {})
    @ApiResponse(responseCode = "200", description = "the service serves", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "503",
            description = "the service does not serve; the message says why",
            useReturnTypeSchema = true)
    @Get
    HttpResponse<Health> health() {
        Health health = Health.of(gate.state());
        return HttpResponse.status(health.serves() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(health);
    }
}
