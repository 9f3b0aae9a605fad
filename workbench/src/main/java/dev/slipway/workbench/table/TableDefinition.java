package dev.slipway.workbench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of a database.
///
/// @param schema empty for the current one
/// @param partitioned whether its rows are in other tables
/// @param keys the primary key and the unique constraints
/// @param indexes those that belong to no constraint
public record TableDefinition(
        String schema,
        String name,
        boolean partitioned,
        List<Column> columns,
        List<Key> keys,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Index> indexes) {
    public TableDefinition {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /// @param type in the words of PostgreSQL's `format_type`
    /// @param plainType the same without the domain that limits it
    /// @param defaultValue null if it has none
    /// @param identity whether the database counts it up
    /// @param generated whether it is computed from others
    /// @param labels those of its enum type; empty for any other
    public record Column(
            String name,
            String type,
            String plainType,
            boolean notNull,
            @Nullable String defaultValue,
            boolean identity,
            boolean generated,
            List<String> labels) {
        public Column {
            labels = List.copyOf(labels);
        }

        /// The same for rows that have nothing in it yet.
        public Column bare() {
            return new Column(name, type, plainType, false, null, identity, false, labels);
        }

        /// Whether inserts may leave it out.
        public boolean isFilled() {
            return !notNull || defaultValue != null || identity || generated;
        }
    }

    /// A primary key or unique constraint.
    ///
    /// @param definition in the words of PostgreSQL's `pg_get_constraintdef`
    public record Key(String name, List<String> columns, boolean primary, String definition) {
        public Key {
            columns = List.copyOf(columns);
        }
    }

    /// @param definition in the words of PostgreSQL's `pg_get_constraintdef`
    public record ForeignKey(
            String name,
            List<String> columns,
            String targetSchema,
            String target,
            List<String> targetColumns,
            String definition) {
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }
    }

    /// @param definition in the words of PostgreSQL's `pg_get_constraintdef`
    public record Check(String name, List<String> columns, String definition) {
        public Check {
            columns = List.copyOf(columns);
        }
    }

    /// @param columns empty if it stands on expressions
    /// @param plain whether it is a B-tree on columns alone, with nothing special about it
    /// @param definition in the words of PostgreSQL's `pg_get_indexdef`
    public record Index(String name, List<String> columns, boolean unique, boolean plain, String definition) {
        public Index {
            columns = List.copyOf(columns);
        }
    }

    public Optional<Column> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    public Optional<Key> primaryKey() {
        return keys.stream().filter(Key::primary).findFirst();
    }

    /// Whether the values of these columns, in any order, are unique.
    public boolean isUnique(List<String> some) {
        return Stream.concat(
                        keys.stream().map(Key::columns),
                        indexes.stream()
                                .filter(index -> index.unique() && index.plain())
                                .map(Index::columns))
                .anyMatch(each -> each.size() == some.size() && each.containsAll(some));
    }

    /// Whether rows can be found by these columns in this order.
    public boolean isIndexed(List<String> some) {
        List<List<String>> indexed = new ArrayList<>();
        keys.forEach(key -> indexed.add(key.columns()));
        indexes.stream().filter(Index::plain).forEach(index -> indexed.add(index.columns()));
        return indexed.stream()
                .anyMatch(each -> each.size() >= some.size()
                        && each.subList(0, some.size()).equals(some));
    }

    /// `name`, or `schema.name` outside the current schema.
    public String label() {
        return beside(name);
    }

    /// What has this name in the schema of the table.
    public String beside(String other) {
        return schema.isEmpty() ? other : schema + "." + other;
    }
}
