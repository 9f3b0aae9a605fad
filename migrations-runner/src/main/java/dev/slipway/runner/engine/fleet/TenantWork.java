package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.postgres.connect.Session;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What is done for each tenant, on one of several threads.
@FunctionalInterface
public interface TenantWork {
    /// @param open takes the session as long as it is open, so that a signal can cancel what it runs
    /// @throws dev.slipway.runner.model.failure.SlipwayException if it fails for this tenant
    TenantResult run(Tenant tenant, AtomicReference<@Nullable Session> open);
}
