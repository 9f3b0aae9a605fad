package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is there, and more of it as parts are written.
final class ExistingSchema {
    private final List<TableDefinition> tables;
    private final Set<String> labels = new HashSet<>();
    private final Set<String> schemas;
    private final Set<String> sequences;
    private final int version;

    /// @param schemas those that a table can be created in
    /// @param version of PostgreSQL
    ExistingSchema(List<TableDefinition> tables, Set<String> schemas, Set<String> sequences, int version) {
        this.tables = List.copyOf(tables);
        tables.forEach(table -> labels.add(table.label()));
        this.schemas = new HashSet<>(schemas);
        this.sequences = new HashSet<>(sequences);
        this.version = version;
    }

    boolean hasTable(String label) {
        return labels.contains(label);
    }

    void add(TableDefinition table) {
        labels.add(table.label());
    }

    /// Whether it was not there yet; from now on it is.
    boolean addsSchema(String schema) {
        return !schema.isEmpty() && schemas.add(schema);
    }

    /// Whether it was not there yet; from now on it is.
    boolean addsSequence(String sequence) {
        return sequences.add(sequence);
    }

    /// Of PostgreSQL.
    int version() {
        return version;
    }

    Set<String> sequences() {
        return Set.copyOf(sequences);
    }

    /// Those whose foreign keys lead to the columns.
    List<String> referring(TableDefinition table, List<String> columns) {
        return tables.stream()
                .filter(other -> other.foreignKeys().stream()
                        .anyMatch(key -> key.target().equals(table.name())
                                && key.targetSchema().equals(table.schema())
                                && Set.copyOf(key.targetColumns()).equals(Set.copyOf(columns))))
                .map(TableDefinition::label)
                .toList();
    }
}
