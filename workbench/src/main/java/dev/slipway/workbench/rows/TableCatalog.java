package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads all tables that can be given rows.
final class TableCatalog {
    private final Map<Long, List<RowTable.Constraint>> constraints = new LinkedHashMap<>();
    private final Map<Long, RowTable> tables = new LinkedHashMap<>();

    private TableCatalog() {}

    static Map<Long, RowTable> read(Session session) throws SQLException {
        TableCatalog catalog = new TableCatalog();
        try (Statement statement = session.connection().createStatement()) {
            try (ResultSet row = statement.executeQuery(SqlResource.read(TableCatalog.class, "constraints.sql"))) {
                while (row.next()) {
                    catalog.addConstraint(row);
                }
            }
            try (ResultSet row = statement.executeQuery(SqlResource.read(TableCatalog.class, "columns.sql"))) {
                while (row.next()) {
                    catalog.addColumn(row);
                }
            }
        }
        return catalog.tables;
    }

    private void addConstraint(ResultSet row) throws SQLException {
        constraints
                .computeIfAbsent(row.getLong("table_id"), _ -> new ArrayList<>())
                .add(new RowTable.Constraint(
                        row.getString("name"),
                        list(row.getArray("columns"), Integer[].class),
                        row.getString("expression"),
                        new RowTable.Reference(
                                row.getLong("referenced_id"),
                                list(row.getArray("referenced_columns"), String[].class))));
    }

    private void addColumn(ResultSet row) throws SQLException {
        long id = row.getLong("table_id");
        RowTable table = tables.get(id);
        List<RowColumn> columns = new ArrayList<>(table == null ? List.of() : table.columns());
        columns.add(column(row));
        tables.put(
                id,
                new RowTable(
                        id,
                        row.getString("table_name"),
                        row.getLong("root_id"),
                        !row.getBoolean("unusable"),
                        columns,
                        constraints.getOrDefault(id, List.of())));
    }

    private static RowColumn column(ResultSet row) throws SQLException {
        return new RowColumn(
                row.getInt("attnum"),
                row.getString("column_name"),
                row.getBoolean("required"),
                row.getBoolean("generated"),
                row.getBoolean("numbered"),
                row.getBoolean("has_default"),
                new RowColumnType(
                        row.getString("type_name"),
                        row.getString("typname"),
                        row.getString("typtype"),
                        row.getString("typcategory"),
                        row.getInt("modifier"),
                        row.getString("element"),
                        list(row.getArray("labels"), String[].class),
                        row.getInt("fields")),
                list(row.getArray("domain_checks"), String[].class));
    }

    private static <T> List<T> list(Array array, Class<T[]> type) throws SQLException {
        return Arrays.asList(type.cast(array.getArray()));
    }
}
