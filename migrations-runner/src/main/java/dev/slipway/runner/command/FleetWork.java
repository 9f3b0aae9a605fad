package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.engine.fleet.TenantResult;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.postgres.connect.Session;
import java.util.Optional;

/// What a command does for each tenant.
@FunctionalInterface
public interface FleetWork {
    /// @param context tells the tenant in every line
    TenantResult run(Context context, Session session);

    /// The table with the histories that may tell that nothing is to do, if they are to be looked at first.
    default Optional<String> historyTable() {
        return Optional.empty();
    }

    /// What comes of a tenant with this history, if there is nothing to do for it.
    default Optional<TenantResult> settled(Context context, Tenant tenant, History history) {
        return Optional.empty();
    }
}
