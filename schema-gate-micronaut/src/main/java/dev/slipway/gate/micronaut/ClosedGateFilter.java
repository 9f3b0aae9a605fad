package dev.slipway.gate.micronaut;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;

/// Answers 503 in place of everything that needs the schema, as long as the gate is closed: of what
/// `schema-gate.filter` names, by default everything.
@ServerFilter("${schema-gate.filter:/**}")
final class ClosedGateFilter {
    private final ServiceGate gate;
    private final Set<String> open;

    ClosedGateFilter(ServiceGate gate, GateSettings settings) {
        this.gate = gate;
        this.open = settings.open();
    }

    @RequestFilter
    @Order(Ordered.HIGHEST_PRECEDENCE) // before anybody asks who sends the request
    void passOrRefuse(HttpRequest<?> request) {
        if (!gate.isOpen() && !open.contains(request.getPath())) {
            throw new GateClosed(gate.state());
        }
    }
}
