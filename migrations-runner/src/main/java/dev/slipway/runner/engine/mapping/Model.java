package dev.slipway.runner.engine.mapping;

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

    /// A mapped table.
    ///
    /// @param name as it stands in SQL
    /// @param columns those the service maps
    /// @param legacyColumns those that only older versions of the service know
    /// @param rights what the service does with rows: select, insert, update, delete
    public record Table(
            String name,
            List<String> primaryKey,
            List<Column> columns,
            List<Column> legacyColumns,
            List<Generations> generations,
            List<Trigger> triggers,
            List<String> rights) {
        public Table {
            primaryKey = List.copyOf(primaryKey);
            columns = List.copyOf(columns);
            legacyColumns = List.copyOf(legacyColumns);
            generations = List.copyOf(generations);
            triggers = List.copyOf(triggers);
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
    public record Column(String name, ColumnType type, boolean nullable, boolean generated) {}

    /// Two columns that tell the same to two generations of a service.
    ///
    /// @param legacyFrom the SQL expression that gives the legacy value of a row
    public record Generations(String modern, String legacy, String legacyFrom) {
        /// Which rows the two do not tell the same of, in SQL.
        public String disagree() {
            return "%s is distinct from (%s)".formatted(legacy, legacyFrom);
        }
    }

    /// A trigger that keeps the generations in step.
    ///
    /// @param definition what follows `create trigger NAME`, in the words of PostgreSQL's `pg_get_triggerdef`
    /// @param functionMd5 of the source of its function, every run of white space taken for one blank
    public record Trigger(String name, String definition, String functionMd5) {}
}
