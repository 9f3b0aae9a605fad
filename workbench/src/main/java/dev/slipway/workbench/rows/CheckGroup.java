package dev.slipway.workbench.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Columns that are bound to each other by checks.
record CheckGroup(List<RowColumn> columns, List<String> checks) {
    CheckGroup {
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
    }

    /// The groups of a table, without those that bind a column whose value is not to be chosen.
    static List<CheckGroup> of(RowTable table, Collection<RowColumn> free) {
        List<CheckGroup> groups = new ArrayList<>();
        for (RowColumn column : free) {
            if (!column.checks().isEmpty()) {
                groups = joined(groups, new CheckGroup(List.of(column), column.checks()));
            }
        }
        for (RowTable.Constraint check : table.checks()) {
            List<RowColumn> columns = table.columns().stream()
                    .filter(column -> check.columns().contains(column.number())
                            || (check.columns().isEmpty() && isNamed(column, check.expression())))
                    .toList();
            if (!columns.isEmpty() && free.containsAll(columns)) {
                groups = joined(groups, new CheckGroup(columns, List.of(check.expression())));
            }
        }
        return groups;
    }

    private static boolean isNamed(RowColumn column, String expression) {
        return Pattern.compile("(?<![\\w\"])" + Pattern.quote(column.name()) + "(?![\\w\"])")
                .matcher(expression)
                .find();
    }

    private static List<CheckGroup> joined(List<CheckGroup> groups, CheckGroup added) {
        List<CheckGroup> all = new ArrayList<>();
        Set<RowColumn> columns = new LinkedHashSet<>(added.columns);
        List<String> checks = new ArrayList<>(added.checks);
        for (CheckGroup group : groups) {
            if (group.columns.stream().anyMatch(columns::contains)) {
                columns.addAll(group.columns);
                checks.addAll(group.checks);
            } else {
                all.add(group);
            }
        }
        all.add(new CheckGroup(List.copyOf(columns), checks));
        return all;
    }
}
