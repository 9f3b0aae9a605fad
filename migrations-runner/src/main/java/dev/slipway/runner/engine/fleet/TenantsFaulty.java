package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Plural;
import java.util.List;

/// Lines of a list of tenants are no tenants.
///
/// @param faults one a line, without secrets
public record TenantsFaulty(String file, List<String> faults) implements FleetFailure {
    public TenantsFaulty {
        faults = List.copyOf(faults);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }

    @Override
    public String message() {
        return "%s has %s".formatted(file, Plural.of(faults.size(), "fault"));
    }

    @Override
    public List<String> details() {
        return faults;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "write one tenant a line: postgresql://user@host/database, or the name of a schema";
    }
}
