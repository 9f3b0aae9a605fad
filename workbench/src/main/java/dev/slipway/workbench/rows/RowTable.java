package dev.slipway.workbench.rows;

import dev.slipway.workbench.table.QuotedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table with all that a row has to satisfy.
///
/// @param name qualified, as it stands in SQL
/// @param root the table whose partition it is, or its own id
/// @param usable false if it takes no row, since it is partitioned and has no partition
/// @param keys what no two rows may have alike, as it stands in SQL: `id, lower(name)`
record RowTable(
        long id,
        String name,
        long root,
        boolean usable,
        List<RowColumn> columns,
        List<Constraint> constraints,
        List<String> keys) {
    private static final Pattern WORD = Pattern.compile(QuotedText.IDENTIFIER + "|\\w+");

    RowTable {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        keys = List.copyOf(keys);
    }

    /// What a row has to satisfy.
    ///
    /// @param columns their numbers
    /// @param expression of a check, or empty
    record Constraint(List<Integer> columns, String expression, Reference reference) {
        Constraint {
            columns = List.copyOf(columns);
        }
    }

    /// What a foreign key refers to; none has the table 0.
    record Reference(long table, List<String> columns) {
        Reference {
            columns = List.copyOf(columns);
        }
    }

    List<Constraint> checks() {
        return constraints.stream()
                .filter(constraint -> !constraint.expression().isEmpty())
                .toList();
    }

    List<Constraint> foreignKeys() {
        return constraints.stream()
                .filter(constraint -> constraint.reference().table() != 0)
                .toList();
    }

    Optional<RowColumn> column(int number) {
        return columns.stream().filter(column -> column.number() == number).findFirst();
    }

    /// In the order of the constraint.
    List<RowColumn> columns(Constraint constraint) {
        return constraint.columns().stream()
                .flatMap(number -> column(number).stream())
                .toList();
    }

    /// In the order of the names.
    List<RowColumn> columns(List<String> names) {
        return names.stream()
                .flatMap(name -> columns.stream().filter(column -> column.name().equals(name)))
                .toList();
    }

    /// Those that a key names, in the order of the table.
    List<RowColumn> columnsOfKey(String key) {
        Set<String> words =
                WORD.matcher(key).results().map(match -> match.group()).collect(Collectors.toSet());
        return columns.stream().filter(column -> words.contains(column.name())).toList();
    }

    /// Whether the references of a foreign key may be left out.
    boolean isOptional(Constraint foreignKey) {
        return columns(foreignKey).stream().anyMatch(column -> !column.required());
    }

    boolean refersToItself() {
        return foreignKeys().stream().anyMatch(this::refersToItself);
    }

    boolean refersToItself(Constraint foreignKey) {
        return foreignKey.reference().table() == id;
    }

    /// The tables it refers to, other than itself.
    List<Long> parents(Set<Long> known) {
        return foreignKeys().stream()
                .map(key -> key.reference().table())
                .filter(parent -> parent != id && known.contains(parent))
                .distinct()
                .toList();
    }
}
