package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One statement that inserts rows.
///
/// @param rows what stands in SQL for each column that is not left out
record RowInsert(RowTable table, List<Map<RowColumn, String>> rows) {
    RowInsert {
        rows = List.copyOf(rows);
    }

    void run(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql());
        }
    }

    /// Several rows without any column cannot be inserted by one statement, and come one by one.
    boolean isPossible() {
        return rows.size() == 1 || !columns().isEmpty();
    }

    private String sql() {
        Set<RowColumn> columns = columns();
        return columns.isEmpty()
                ? "insert into %s default values".formatted(table.name())
                : "insert into %s (%s) overriding system value values %s"
                        .formatted(
                                table.name(),
                                columns.stream().map(RowColumn::name).collect(Collectors.joining(", ")),
                                rows.stream().map(row -> values(columns, row)).collect(Collectors.joining(", ")));
    }

    private Set<RowColumn> columns() {
        Set<RowColumn> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }

    private static String values(Set<RowColumn> columns, Map<RowColumn, String> row) {
        return columns.stream()
                .map(column -> row.getOrDefault(column, "default"))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
