package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.engine.readiness.Readiness;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseUnavailable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// Waits for a server as long as it is asked to, but not for each of its tenants anew: where one waited in vain, the
/// next try once, until one gets in.
final class ServerWaits {
    private final Duration timeout;
    private final BiFunction<Tenant, Duration, Session> await;
    private final Set<String> absent = ConcurrentHashMap.newKeySet();

    private ServerWaits(Duration timeout, BiFunction<Tenant, Duration, Session> await) {
        this.timeout = timeout;
        this.await = await;
    }

    /// @param command shown in `pg_stat_activity`
    static ServerWaits forWrites(String command, Duration timeout, Context context) {
        return new ServerWaits(
                timeout,
                (tenant, wait) -> Readiness.await(tenant.settings(), command, wait, progress(context, tenant)));
    }

    /// A standby does as well.
    static ServerWaits forReads(String command, Duration timeout, Context context) {
        return new ServerWaits(
                timeout,
                (tenant, wait) -> Readiness.awaitReads(tenant.settings(), command, wait, progress(context, tenant)));
    }

    private static Progress progress(Context context, Tenant tenant) {
        return context.progress().of(tenant.name());
    }

    Session open(Tenant tenant) {
        String server = tenant.settings().server();
        try {
            Session session = await.apply(tenant, absent.contains(server) ? Duration.ZERO : timeout);
            absent.remove(server);
            return session;
        } catch (SlipwayException e) {
            if (e.failure() instanceof DatabaseUnavailable) {
                absent.add(server);
            }
            throw e;
        }
    }
}
