package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.postgres.connect.ConnectionSettings;

/// One of many schemas or databases that hold the same model.
///
/// @param name for people, without secrets; no other tenant has it
/// @param settings how to get in, and in which schema to work
public record Tenant(String name, ConnectionSettings settings) {}
