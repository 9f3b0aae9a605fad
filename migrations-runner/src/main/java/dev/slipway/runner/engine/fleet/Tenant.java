package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.postgres.connect.ConnectionSettings;
import java.util.Set;

/// One of many schemas or databases that hold the same model.
///
/// @param name for people, without secrets; no other tenant has it
/// @param settings how to get in, and in which schema to work
/// @param labels by which some of the tenants are chosen
public record Tenant(String name, ConnectionSettings settings, Set<String> labels) {
    public Tenant {
        labels = Set.copyOf(labels);
    }

    /// One without labels.
    public Tenant(String name, ConnectionSettings settings) {
        this(name, settings, Set.of());
    }

    Tenant labeled(Set<String> others) {
        return new Tenant(name, settings, others);
    }
}
