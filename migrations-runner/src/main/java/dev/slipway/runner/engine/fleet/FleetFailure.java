package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.failure.Failure;

/// Why nothing is done for the tenants, or not for all.
public sealed interface FleetFailure extends Failure
        permits CanariesMissing, FleetInterrupted, CanaryGateClosed, TenantsFaulty, TenantsMissing {}
