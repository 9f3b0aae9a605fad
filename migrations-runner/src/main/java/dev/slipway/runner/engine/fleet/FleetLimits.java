package dev.slipway.runner.engine.fleet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// @param parallel how many tenants are worked on at once
/// @param perServer of these, how many on one server
/// @param maxFailures after so many no other tenant is begun
/// @param stopAfter after so long no other tenant is begun, or null if there is time
public record FleetLimits(
        int parallel,
        int perServer,
        int maxFailures,
        @Nullable Duration stopAfter) {
    /// What is left of them after some time.
    public FleetLimits after(Duration took) {
        if (stopAfter == null) {
            return this;
        }
        Duration left = stopAfter.minus(took);
        return new FleetLimits(parallel, perServer, maxFailures, left.isNegative() ? Duration.ZERO : left);
    }
}
