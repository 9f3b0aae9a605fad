package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Collects rows that the server will take, as far as unique keys can tell: one statement inserts them all, and
/// triggers for each statement run once.
final class ForeseenRows implements RowTarget {
    private static final int ROWS = 1000;

    private final RowTable table;

    /// The values that rows have, by the columns of a key.
    private final Map<List<RowColumn>, Set<List<String>>> taken = new LinkedHashMap<>();

    private final List<Map<RowColumn, String>> rows = new ArrayList<>();

    private ForeseenRows(RowTable table) {
        this.table = table;
        table.keys().forEach(key -> taken.put(table.columnsOfKey(key), new HashSet<>()));
    }

    /// After the rows that the table has.
    static ForeseenRows of(Session session, RowTable table) throws SQLException {
        ForeseenRows foreseen = new ForeseenRows(table);
        List<RowColumn> columns = foreseen.taken.keySet().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (!columns.isEmpty()) {
            foreseen.read(session, columns);
        }
        return foreseen;
    }

    private void read(Session session, List<RowColumn> columns) throws SQLException {
        String names = columns.stream().map(RowColumn::name).collect(Collectors.joining(", "));
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet found =
                    statement.executeQuery("select %s from %s limit %d".formatted(names, table.name(), ROWS))) {
                while (found.next()) {
                    Map<RowColumn, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        String text = found.getString(i + 1);
                        row.put(
                                columns.get(i),
                                text == null
                                        ? columns.get(i).none()
                                        : columns.get(i).value(text));
                    }
                    take(row);
                }
            }
        }
    }

    /// What the rows are inserted with.
    RowInsert insert() {
        return new RowInsert(table, rows);
    }

    @Override
    public Optional<Refused> add(Map<RowColumn, String> row) {
        for (Map.Entry<List<RowColumn>, Set<List<String>>> key : taken.entrySet()) {
            if (key.getValue().contains(values(key.getKey(), row))) {
                return Optional.of(new Refused(key.getKey()));
            }
        }
        take(row);
        rows.add(row);
        return Optional.empty();
    }

    private void take(Map<RowColumn, String> row) {
        taken.forEach((columns, values) -> {
            List<String> own = values(columns, row);
            if (!own.isEmpty()) {
                values.add(own);
            }
        });
    }

    /// None if there is one that is null, which is equal to no other, or that the server gives.
    private static List<String> values(List<RowColumn> columns, Map<RowColumn, String> row) {
        List<String> values = columns.stream()
                .map(column -> row.getOrDefault(column, column.none()))
                .toList();
        boolean missing = columns.stream().anyMatch(column -> values.contains(column.none()));
        return missing ? List.of() : values;
    }
}
