package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// What is there, and more of it as parts are written.
final class ExistingSchema {
    private final List<TableDefinition> tables;
    private final Set<String> labels = new HashSet<>();
    private final Set<String> schemas;
    private final Set<String> sequences;
    private final Map<String, Set<String>> constraints = new HashMap<>();
    private final Map<String, String> counters;
    private final Set<String> addedLabels = new HashSet<>();
    private final int version;

    /// @param schemas those that a table can be created in
    /// @param counters the sequences that belong to columns, by column: `users.id`
    /// @param version of PostgreSQL
    ExistingSchema(
            List<TableDefinition> tables,
            Set<String> schemas,
            Set<String> sequences,
            Map<String, String> counters,
            int version) {
        this.tables = List.copyOf(tables);
        tables.forEach(table -> labels.add(table.label()));
        this.schemas = new HashSet<>(schemas);
        this.sequences = new HashSet<>(sequences);
        this.counters = Map.copyOf(counters);
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

    /// The sequence that belongs to a column, as SQL names it.
    Optional<String> counter(TableDefinition table, String column) {
        return Optional.ofNullable(counters.get(table.label() + "." + column));
    }

    /// Whether nobody added it to the type before; from now on somebody did.
    boolean addsLabel(String type, String label) {
        return addedLabels.add(type + "." + label);
    }

    void eachColumn(BiConsumer<TableDefinition, TableDefinition.Column> use) {
        tables.forEach(table -> table.columns().forEach(column -> use.accept(table, column)));
    }

    /// A name for a constraint that no other of the table has, counted up as PostgreSQL does it; then it is taken.
    String free(TableDefinition table, String name) {
        Set<String> taken = constraints.computeIfAbsent(table.label(), _ -> new HashSet<>());
        table.checks().forEach(check -> taken.add(check.name()));
        table.keys().forEach(key -> taken.add(key.name()));
        table.foreignKeys().forEach(key -> taken.add(key.name()));
        String free = name;
        for (int i = 1; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    /// Of PostgreSQL.
    int version() {
        return version;
    }

    /// The foreign keys that lead to the columns, for people.
    List<String> referring(TableDefinition table, List<String> columns) {
        List<String> referring = new ArrayList<>();
        for (TableDefinition other : tables) {
            other.foreignKeys().stream()
                    .filter(key -> key.target().equals(table.name())
                            && key.targetSchema().equals(table.schema())
                            && Set.copyOf(key.targetColumns()).equals(Set.copyOf(columns)))
                    .forEach(key -> referring.add("foreign key %s from %s (%s) leads to it"
                            .formatted(key.name(), other.label(), String.join(", ", key.columns()))));
        }
        return referring;
    }
}
