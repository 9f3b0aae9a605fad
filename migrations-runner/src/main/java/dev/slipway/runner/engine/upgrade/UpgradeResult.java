package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an upgrade did.
///
/// @param database without secrets
/// @param from the position before, or null if nothing had been applied
/// @param to the position after, or null if there is none
/// @param milliseconds how long it took to apply them all, commits and pauses included
public record UpgradeResult(
        String database, @Nullable Version from, @Nullable Version to, List<AppliedScript> applied, long milliseconds) {
    /// @param script its path in the location
    /// @param milliseconds how long its statements took
    public record AppliedScript(String label, String description, String script, long milliseconds) {}

    public UpgradeResult {
        applied = List.copyOf(applied);
    }
}
