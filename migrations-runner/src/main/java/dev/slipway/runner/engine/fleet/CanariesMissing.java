package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.ExitCode;

/// No tenant has the label of those that go first.
public record CanariesMissing(String label) implements FleetFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "no tenant has label @%s".formatted(label);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "write it after one of the tenants: tenant_7 @%s".formatted(label);
    }
}
