package dev.slipway.backend.schema;

import dev.slipway.backend.problem.Refusal;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import java.util.Set;

/// Answers 503 in place of everything that needs the schema, as long as the gate is closed.
@ServerFilter("/api/**")
final class ClosedGateFilter {
    /// These two tell what is the matter.
    private static final Set<String> OPEN = Set.of("/api/health", "/api/schema");

    private final ServiceGate gate;

    ClosedGateFilter(ServiceGate gate) {
        this.gate = gate;
    }

    @RequestFilter
    @Order(Ordered.HIGHEST_PRECEDENCE) // before anybody asks who sends the request
    void passOrRefuse(HttpRequest<?> request) {
        if (!gate.isOpen() && !OPEN.contains(request.getPath())) {
            throw Refusal.of(
                    HttpStatus.SERVICE_UNAVAILABLE, gate.state().summary(), Map.of(HttpHeaders.RETRY_AFTER, "1"));
        }
    }
}
