package dev.slipway.runner.model.impact;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The tables of a database that were asked for.
///
/// @param tables by name as the manifest has it; those that are not there are missing
/// @param replicas how many servers follow this one
public record TableSizes(Map<String, TableSize> tables, int replicas) {
    public TableSizes {
        tables = Map.copyOf(new TreeMap<>(tables));
    }

    public Optional<TableSize> find(String table) {
        return Optional.ofNullable(tables.get(table));
    }
}
