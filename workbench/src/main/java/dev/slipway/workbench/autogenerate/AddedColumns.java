package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Columns that are added to tables there are, such as `users.level`; nobody uses them yet.
///
/// @param costly the defaults that PostgreSQL would compute for each row
record AddedColumns(Map<String, TableDefinition.Column> columns, Set<String> costly) {
    AddedColumns {
        columns = Map.copyOf(columns);
        costly = Set.copyOf(costly);
    }

    static AddedColumns of(List<ModelDifference> differences, Set<String> costly) {
        Map<String, TableDefinition.Column> columns = new HashMap<>();
        for (ModelDifference difference : differences) {
            if (difference instanceof ModelDifference.NewColumn added) {
                columns.put(label(added.in(), added.column().name()), added.column());
            }
        }
        return new AddedColumns(columns, costly);
    }

    boolean anyOf(TableDefinition table, List<String> names) {
        return names.stream().anyMatch(name -> columns.containsKey(label(table, name)));
    }

    /// Why a unique index on the columns cannot fail, though a proof fills them with rows; empty if it can.
    Optional<String> unique(TableDefinition table, List<String> names) {
        for (String name : names) {
            TableDefinition.Column column = columns.get(label(table, name));
            if (column != null && column.identity()) {
                return Optional.of("fails-on-data %s is counted up in all rows".formatted(name));
            }
            if (column != null && isEmpty(column)) {
                return Optional.of("fails-on-data no service fills %s yet".formatted(name));
            }
        }
        return Optional.empty();
    }

    private boolean isEmpty(TableDefinition.Column column) {
        String value = column.defaultValue();
        return !column.generated() && (value == null || costly.contains(value));
    }

    private static String label(TableDefinition table, String column) {
        return table.label() + "." + column;
    }
}
