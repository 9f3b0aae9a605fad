package dev.slipway.workbench.rows;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads tables that can be given rows.
final class TableCatalog {
    private static final Map<String, Supplier<String>> QUERIES = Map.of(
            "row_tables(text[])", () -> resource("concerned.sql"),
            "row_constraints(oid[])", () -> resource("constraints.sql"),
            "row_columns(oid[])", () -> resource("columns.sql"));

    private final Map<Long, List<RowTable.Constraint>> constraints = new LinkedHashMap<>();
    private final Map<Long, List<String>> keys = new LinkedHashMap<>();
    private final Map<Long, RowTable> tables = new LinkedHashMap<>();

    private TableCatalog() {}

    /// @param touched qualified names as they stand in SQL; what is no table is passed over
    /// @return those tables and all that rows of them are about, by number
    static Map<Long, RowTable> read(Session session, Collection<String> touched) throws SQLException {
        CatalogQueries queries = new CatalogQueries(session.connection());
        queries.prepare(QUERIES);
        String names = touched.stream().map(Quote::literal).collect(Collectors.joining(", "));
        List<String> concerned = new ArrayList<>();
        queries.execute("row_tables(array[%s]::text[])".formatted(names), row -> concerned.add(row.getString(1)));
        if (concerned.isEmpty()) {
            return Map.of();
        }
        TableCatalog catalog = new TableCatalog();
        String tables = "('{%s}')".formatted(String.join(",", concerned));
        queries.execute("row_constraints" + tables, catalog::addConstraint);
        queries.execute("row_columns" + tables, catalog::addColumn);
        return KeyLengths.fitted(catalog.tables);
    }

    private static String resource(String name) {
        return TextResource.read(TableCatalog.class, name);
    }

    private void addConstraint(ResultSet row) throws SQLException {
        String key = row.getString("unique_key");
        if (!key.isEmpty()) {
            keys.computeIfAbsent(row.getLong("table_id"), _ -> new ArrayList<>())
                    .add(key);
            return;
        }
        constraints
                .computeIfAbsent(row.getLong("table_id"), _ -> new ArrayList<>())
                .add(new RowTable.Constraint(
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
                        constraints.getOrDefault(id, List.of()),
                        keys.getOrDefault(id, List.of())));
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
                        row.getInt("fields"),
                        JsonKeys.in(list(row.getArray("computed"), String[].class))),
                list(row.getArray("domain_checks"), String[].class));
    }

    private static <T> List<T> list(Array array, Class<T[]> type) throws SQLException {
        return Arrays.asList(type.cast(array.getArray()));
    }
}
