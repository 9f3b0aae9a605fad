package dev.slipway.workbench.report;

import java.util.Comparator;

/// What a diagram draws: a table, a column of it, or the foreign keys that lead from it to another table.
///
/// @param table qualified, as it can stand in SQL
/// @param name of the column, or the table that is referred to; empty for a table
record DiagramPart(Kind kind, String table, String name) implements Comparable<DiagramPart> {
    enum Kind {
        TABLE,
        COLUMN,
        REFERENCE
    }

    private static final Comparator<DiagramPart> ORDER = Comparator.comparing(DiagramPart::kind)
            .thenComparing(DiagramPart::table)
            .thenComparing(DiagramPart::name);

    @Override
    public int compareTo(DiagramPart other) {
        return ORDER.compare(this, other);
    }
}
