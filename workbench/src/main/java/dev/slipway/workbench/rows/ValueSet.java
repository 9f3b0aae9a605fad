package dev.slipway.workbench.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Values that some columns of a row can have together.
///
/// @param columns all of them, in the order in which they are varied
/// @param choices values by column, the best first; a column without one is left out of the row
/// @param each the places of those choices of which each has to be in some row
record ValueSet(List<RowColumn> columns, List<Map<RowColumn, String>> choices, List<Integer> each) {
    private static final int SAMPLES = 100;
    private static final int EACH = 12;
    private static final int FIRST_NUMBER = 9001;

    /// For types of which nothing is known.
    private static final List<String> LAST_RESORTS = List.of("{}", "", "0", "()", "[1,2,3]", "zq");

    ValueSet {
        columns = List.copyOf(columns);
        choices = List.copyOf(choices);
        each = List.copyOf(each);
    }

    ValueSet(List<RowColumn> columns, List<Map<RowColumn, String>> choices) {
        this(columns, choices, List.of());
    }

    /// Values that satisfy checks. Those that the checks name may each take another branch of a script.
    static ValueSet checked(CheckGroup group, List<Map<RowColumn, String>> solutions) {
        Set<String> named = new HashSet<>();
        for (RowColumn column : group.columns()) {
            ValueCandidates.named(String.join(" ", group.checks())).forEach(text -> named.add(column.value(text)));
            column.type().labels().forEach(label -> named.add(column.value(label)));
        }
        List<Integer> each = IntStream.range(0, solutions.size())
                .filter(place -> !Collections.disjoint(solutions.get(place).values(), named))
                .limit(EACH)
                .boxed()
                .toList();
        return new ValueSet(group.columns(), solutions, each);
    }

    /// Those of a column that no check and no foreign key is about.
    ///
    /// @param sparse whether null is better than anything else
    /// @param castable tells whether the type takes a value
    static ValueSet free(RowColumn column, boolean sparse, Predicate<String> castable) {
        List<Map<RowColumn, String>> choices = new ArrayList<>();
        if (sparse && !column.required()) {
            choices.add(Map.of(column, column.none()));
        } else if (sparse && column.hasDefault()) {
            choices.add(Map.of());
        }
        if (column.type().isText() || castable.test(column.value(Samples.of(column.type(), 0)))) {
            for (int number = 0; number < SAMPLES; number++) {
                choices.add(Map.of(column, column.value(Samples.of(column.type(), number))));
            }
        } else {
            LAST_RESORTS.stream()
                    .map(column::value)
                    .filter(castable)
                    .forEach(value -> choices.add(Map.of(column, value)));
        }
        if (choices.isEmpty()) {
            choices.add(Map.of());
        }
        int first = choices.size() > SAMPLES ? 1 : 0;
        int different = Math.min(
                EACH, column.type().isLogical() ? 2 : column.type().labels().size());
        return new ValueSet(
                List.of(column),
                choices,
                IntStream.range(first, first + Math.min(different, choices.size() - first))
                        .boxed()
                        .toList());
    }

    /// Those of a column that takes its values from a sequence. The first numbers are left to scripts, which may insert
    /// rows with numbers of their own.
    ///
    /// @param sparse whether null is better than anything else
    static ValueSet numbered(RowColumn column, boolean sparse) {
        List<Map<RowColumn, String>> choices = new ArrayList<>();
        if (sparse && !column.required()) {
            choices.add(Map.of(column, column.none()));
        }
        for (int number = 0; number < SAMPLES; number++) {
            choices.add(Map.of(column, column.value(Integer.toString(FIRST_NUMBER + number))));
        }
        return new ValueSet(List.of(column), choices);
    }

    /// Those of a row that refers to itself, since there is no other yet.
    ///
    /// @param referenced in the order of the columns that refer to them
    static ValueSet itself(List<RowColumn> referring, List<RowColumn> referenced) {
        List<RowColumn> columns = new ArrayList<>(referring);
        columns.addAll(referenced);
        List<Map<RowColumn, String>> choices = new ArrayList<>();
        for (int number = 0; number < SAMPLES; number++) {
            Map<RowColumn, String> row = new LinkedHashMap<>();
            for (int i = 0; i < referenced.size(); i++) {
                String text = Samples.of(referenced.get(i).type(), number);
                row.put(referenced.get(i), referenced.get(i).value(text));
                row.put(referring.get(i), referring.get(i).value(text));
            }
            choices.add(row);
        }
        return new ValueSet(columns, choices);
    }

    boolean has(RowColumn column) {
        return columns.contains(column);
    }
}
