package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows that foreign keys can refer to.
///
/// @param tables all that they can refer to, by number
record ReferenceValues(Session session, Map<Long, RowTable> tables) {
    private static final int REFERENCED = 6;

    /// @param sparse whether nothing is better than a row
    ValueSet of(RowTable table, RowTable.Constraint key, boolean sparse) throws SQLException {
        List<RowColumn> columns =
                table.columns(key).stream().filter(RowColumn::isGiven).toList();
        List<Map<RowColumn, String>> choices = new ArrayList<>();
        Map<RowColumn, String> none = new LinkedHashMap<>();
        columns.stream().filter(column -> !column.required()).forEach(column -> none.put(column, column.none()));
        if (sparse && !none.isEmpty()) {
            choices.add(none);
        }
        choices.addAll(rows(table, key));
        if (choices.isEmpty() && !table.isOptional(key) && table.refersToItself(key)) {
            return ValueSet.itself(
                    table.columns(key), table.columns(key.reference().columns()));
        }
        if (choices.isEmpty()) {
            choices.add(none);
        }
        return new ValueSet(columns, choices);
    }

    private List<Map<RowColumn, String>> rows(RowTable table, RowTable.Constraint key) throws SQLException {
        RowTable referenced = tables.get(key.reference().table());
        if (referenced == null) {
            return List.of();
        }
        String names = String.join(", ", key.reference().columns());
        String query = "select distinct %s from %s limit %d".formatted(names, referenced.name(), REFERENCED);
        List<Map<RowColumn, String>> rows = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                Map<RowColumn, String> values = new LinkedHashMap<>();
                for (int i = 0; i < key.columns().size(); i++) {
                    String text = row.getString(i + 1);
                    RowColumn column = table.column(key.columns().get(i)).orElseThrow();
                    if (column.isGiven()) {
                        values.put(column, text == null ? column.none() : column.value(text));
                    }
                }
                rows.add(values);
            }
        }
        return rows;
    }
}
