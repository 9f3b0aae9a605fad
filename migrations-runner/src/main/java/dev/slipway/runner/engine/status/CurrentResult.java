package dev.slipway.runner.engine.status;

import dev.slipway.runner.model.Version;
import org.jspecify.annotations.Nullable;

/// Where a database is.
///
/// @param position null if nothing was applied
/// @param head the newest script, or null if there is none
/// @param pending how many scripts an upgrade would apply
public record CurrentResult(
        String database,
        boolean managed,
        @Nullable Version position,
        @Nullable Version head,
        int pending) {}
