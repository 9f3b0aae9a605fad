package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.postgres.apply.Leftovers;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.connect.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sessions for tenants. One that can be as if it were new serves the next schema of the same database: to connect, and
/// to plan the same queries anew, takes longer than to find out that nothing is to do.
public final class TenantSessions implements AutoCloseable {
    private final int most;
    private final Function<Tenant, Session> open;
    private final Deque<Idle> idle = new ArrayDeque<>();

    /// A backend remembers what it saw of each schema: it ends after so many.
    private static final int MOST_TENANTS = 100;

    /// The histories of fifty schemas are 1 MB in a backend, about as much as five tenants.
    private static final int READ_TOGETHER = 5;

    /// What is prepared was planned for the catalog as it was: after so many tenants have grown it, it is planned anew.
    /// In a new database, 600 tenants take half the time so.
    private static final int MOST_CHANGED = 15;

    /// @param tenants how many it has served
    /// @param changed how many of these were changed
    private record Idle(ConnectionSettings place, Session session, SessionTraces traces, int tenants, int changed) {
        /// One of which nothing is known until its work has ended.
        Idle lent(Session handedOver) {
            return new Idle(place, handedOver, SessionTraces.ANY, tenants, changed);
        }

        Idle after(TenantResult result) {
            return new Idle(place, session, result.traces(), tenants + 1, result.changed() ? changed + 1 : changed);
        }

        Idle afterReading() {
            return new Idle(place, session, SessionTraces.SETTINGS, tenants + READ_TOGETHER, changed);
        }

        boolean isUsedUp() {
            return traces == SessionTraces.ANY || tenants >= MOST_TENANTS || changed >= MOST_CHANGED;
        }
    }

    /// @param most how many are kept
    /// @param open waits for the database of a tenant
    public TenantSessions(int most, Function<Tenant, Session> open) {
        this.most = most;
        this.open = open;
    }

    /// Lends a session that is as if it were new.
    public TenantResult lend(Tenant tenant, Function<Session, TenantResult> work) {
        return lend(tenant, work, Idle::after);
    }

    /// The same for what only reads, for several tenants together.
    public <T> T read(Tenant tenant, Function<Session, T> work) {
        return lend(tenant, work, (lent, _) -> lent.afterReading());
    }

    private <T> T lend(Tenant tenant, Function<Session, T> work, BiFunction<Idle, T, Idle> after) {
        ConnectionSettings place = tenant.settings().with(Schemas.UNSAID);
        Idle lent = Optional.ofNullable(idle(place))
                .flatMap(former -> again(former, tenant))
                .orElseGet(() -> new Idle(place, open.apply(tenant), SessionTraces.ANY, 0, 0));
        try {
            T result = work.apply(lent.session);
            lent = after.apply(lent, result);
            return result;
        } finally {
            if (lent.isUsedUp()) {
                lent.session.close();
            } else {
                keep(lent);
            }
        }
    }

    private static Optional<Idle> again(Idle former, Tenant tenant) {
        Schemas schemas = tenant.settings().schemas();
        Optional<Session> session = former.traces == SessionTraces.OBJECTS
                ? Leftovers.handOver(former.session, schemas)
                : former.session.in(schemas);
        return session.map(former::lent);
    }

    private synchronized @Nullable Idle idle(ConnectionSettings place) {
        for (Iterator<Idle> all = idle.iterator(); all.hasNext(); ) {
            Idle next = all.next();
            if (next.place.equals(place)) {
                all.remove();
                return next;
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
