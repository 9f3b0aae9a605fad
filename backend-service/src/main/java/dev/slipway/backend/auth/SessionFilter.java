package dev.slipway.backend.auth;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.UserSessions;
import dev.slipway.gate.micronaut.ServiceGate;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.Set;

/// Refuses tokens whose session has ended, after it is known whose they are.
@ServerFilter("/api/**")
final class SessionFilter implements Ordered {
    /// Whoever comes with an old token may sign in again.
    private static final Set<String> OPEN = Set.of("/api/auth/login", "/api/auth/refresh", "/api/health");

    private final UserSessions sessions;
    private final ServiceGate gate;

    SessionFilter(UserSessions sessions, ServiceGate gate) {
        this.sessions = sessions;
        this.gate = gate;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    /// While the gate is closed the users cannot be asked; what is open then changes nothing.
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void passOrRefuse(HttpRequest<?> request) {
        if (gate.isOpen() && !OPEN.contains(request.getPath())) {
            request.getUserPrincipal(Authentication.class).map(Caller::of).ifPresent(sessions::mustGoOn);
        }
    }
}
