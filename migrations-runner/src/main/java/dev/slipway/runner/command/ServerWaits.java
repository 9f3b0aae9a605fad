package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.sql.DatabaseUnavailable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Waits for a server as long as it is asked to, but not for each of its tenants anew: where one waited in vain, the
/// next try once, until one gets in.
final class ServerWaits {
    private final Duration timeout;
    private final Set<String> absent = ConcurrentHashMap.newKeySet();

    ServerWaits(Duration timeout) {
        this.timeout = timeout;
    }

    <T> T within(Tenant tenant, Function<Duration, T> work) {
        String server = tenant.settings().server();
        try {
            T result = work.apply(absent.contains(server) ? Duration.ZERO : timeout);
            absent.remove(server);
            return result;
        } catch (SlipwayException e) {
            if (e.failure() instanceof DatabaseUnavailable) {
                absent.add(server);
            }
            throw e;
        }
    }
}
