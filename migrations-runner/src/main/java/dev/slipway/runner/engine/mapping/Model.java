package dev.slipway.runner.engine.mapping;

import dev.slipway.runner.sql.Bridge;
import java.util.List;
import java.util.stream.Stream;

/// What a service maps to tables, and what it relies on beside them.
public record Model(List<Table> tables) {
    /// That of a service which nobody described.
    public static final Model NONE = new Model(List.of());

    public Model {
        tables = List.copyOf(tables);
    }

    /// The columns that only older versions of the service know, for example `users.is_admin`.
    public List<String> legacyColumns() {
        return tables.stream()
                .flatMap(table -> table.legacyColumns().stream().map(column -> table.name() + "." + column.name()))
                .toList();
    }

    public List<Bridge> bridges() {
        return tables.stream().flatMap(table -> table.bridges().stream()).toList();
    }

    /// A mapped table.
    ///
    /// @param name as it stands in SQL
    /// @param columns those the service maps
    /// @param legacyColumns those that only older versions of the service know
    /// @param bridges what keeps columns of two generations equal
    /// @param rights what the service does with rows: select, insert, update, delete
    public record Table(
            String name,
            List<String> primaryKey,
            List<Column> columns,
            List<Column> legacyColumns,
            List<Bridge> bridges,
            List<String> rights) {
        public Table {
            primaryKey = List.copyOf(primaryKey);
            columns = List.copyOf(columns);
            legacyColumns = List.copyOf(legacyColumns);
            bridges = List.copyOf(bridges);
            rights = List.copyOf(rights);
        }

        /// Those of all generations.
        public List<Column> allColumns() {
            return Stream.concat(columns.stream(), legacyColumns.stream()).toList();
        }

        public boolean isInsertedInto() {
            return rights.contains("insert");
        }
    }

    /// A mapped column.
    ///
    /// @param nullable whether null is written, and understood when read
    /// @param generated whether inserts leave the value to the database
    public record Column(String name, ModelColumnType type, boolean nullable, boolean generated) {}
}
