package dev.slipway.runner.postgres.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Values that some columns of a row can have together.
///
/// @param columns all of them, in the order in which they are varied
/// @param choices values by column, the best first; a column without one is left out of the row
record ValueSet(List<Column> columns, List<Map<Column, String>> choices) {
    private static final int SAMPLES = 100;

    ValueSet {
        columns = List.copyOf(columns);
        choices = List.copyOf(choices);
    }

    /// Those of a column that no check and no foreign key is about.
    ///
    /// @param sparse whether null is better than anything else
    static ValueSet free(Column column, boolean sparse) {
        List<Map<Column, String>> choices = new ArrayList<>();
        if (sparse && !column.required()) {
            choices.add(Map.of(column, column.none()));
        } else if (sparse && column.hasDefault()) {
            choices.add(Map.of());
        }
        for (int number = 0; number < SAMPLES; number++) {
            choices.add(Map.of(column, column.value(Samples.of(column.type(), number))));
        }
        return new ValueSet(List.of(column), choices);
    }

    boolean has(Column column) {
        return columns.contains(column);
    }
}
