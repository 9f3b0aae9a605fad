package dev.slipway.backend.schema;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;

/// Answers 503 in place of everything that needs the schema, as long as the gate is closed.
@ServerFilter("/api/**")
final class ClosedGateFilter {
    private static final String HEALTH = "/api/health";

    private final SchemaGate gate;

    ClosedGateFilter(SchemaGate gate) {
        this.gate = gate;
    }

    @RequestFilter
    void passOrRefuse(HttpRequest<?> request) {
        if (!gate.isOpen() && !request.getPath().equals(HEALTH)) {
            throw new HttpStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, gate.state().message());
        }
    }
}
