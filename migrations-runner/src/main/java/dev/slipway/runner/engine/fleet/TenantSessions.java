package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.connect.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sessions for tenants. One in which nothing was changed serves the next schema of the same database: to connect takes
/// longer than to find out that nothing is to do.
public final class TenantSessions implements AutoCloseable {
    private final int most;
    private final Function<Tenant, Session> open;
    private final Deque<Idle> idle = new ArrayDeque<>();

    private record Idle(ConnectionSettings place, Session session) {}

    /// @param most how many are kept
    /// @param open waits for the database of a tenant
    public TenantSessions(int most, Function<Tenant, Session> open) {
        this.most = most;
        this.open = open;
    }

    /// Lends a session that is as if it were new.
    public TenantResult lend(Tenant tenant, Function<Session, TenantResult> work) {
        Session session = taken(tenant).orElseGet(() -> open.apply(tenant));
        boolean kept = false;
        try {
            TenantResult result = work.apply(session);
            kept = !result.changed();
            return result;
        } finally {
            if (kept) {
                keep(new Idle(place(tenant), session));
            } else {
                session.close();
            }
        }
    }

    private Optional<Session> taken(Tenant tenant) {
        Session session = idle(place(tenant));
        return session == null ? Optional.empty() : session.in(tenant.settings().schemas());
    }

    private static ConnectionSettings place(Tenant tenant) {
        return tenant.settings().with(Schemas.UNSAID);
    }

    private synchronized @Nullable Session idle(ConnectionSettings place) {
        for (Iterator<Idle> all = idle.iterator(); all.hasNext(); ) {
            Idle next = all.next();
            if (next.place.equals(place)) {
                all.remove();
                return next.session;
            }
        }
        return null;
    }

    private synchronized void keep(Idle ended) {
        idle.addFirst(ended);
        if (idle.size() > most) {
            idle.removeLast().session.close();
        }
    }

    @Override
    public synchronized void close() {
        idle.forEach(each -> each.session.close());
        idle.clear();
    }
}
