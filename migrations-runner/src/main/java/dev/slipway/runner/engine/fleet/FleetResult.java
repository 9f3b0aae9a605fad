package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.ExitCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What became of all tenants.
///
/// @param tenants in the order in which they were given
public record FleetResult(List<TenantOutcome> tenants, Duration took) {
    public FleetResult {
        tenants = List.copyOf(tenants);
    }

    /// That of the tenants that did not end well, or, if they ended differently, one that says so.
    public ExitCode exitCode() {
        Set<ExitCode> codes = tenants.stream()
                .map(TenantOutcome::exitCode)
                .filter(code -> code != ExitCode.DONE)
                .collect(Collectors.toSet());
        return switch (codes.size()) {
            case 0 -> ExitCode.DONE;
            case 1 -> codes.iterator().next();
            default -> ExitCode.TENANTS_DIFFER;
        };
    }
}
