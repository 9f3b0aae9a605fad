package dev.slipway.runner.postgres.batch;

/// A column of the key by which rows are taken in order.
///
/// @param type as it stands in SQL
public record KeyColumn(String name, String type) {}
