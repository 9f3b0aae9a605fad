package dev.slipway.runner.engine.fleet;

/// @param parallel how many tenants are worked on at once
/// @param maxFailures after so many no other tenant is begun
public record FleetLimits(int parallel, int maxFailures) {}
