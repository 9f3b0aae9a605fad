package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes what changes the type of a column.
record TypeSql(SqlStyle sql) {
    private static final Set<String> TIMES = Set.of("timestamp", "timestamptz");

    ScriptPart change(ModelDifference.OtherType difference) {
        TableDefinition table = difference.in();
        boolean widened =
                WideningTypes.is(difference.now().type(), difference.wanted().type());
        ScriptPart part = ScriptPart.of(
                widened ? ScriptPhase.EXPAND : ScriptPhase.CONTRACT,
                table.label(),
                sql.alter(table, type(difference.wanted(), difference.now(), widened)),
                sql.alter(table, type(difference.now(), difference.wanted(), false)));
        return widened ? part : part.noting(notes(difference).toArray(String[]::new));
    }

    private static List<String> notes(ModelDifference.OtherType difference) {
        List<String> notes = new ArrayList<>();
        if (isTime(difference.now(), difference.wanted())) {
            notes.add("What has no time zone counts as UTC.");
        }
        notes.addAll(List.of(
                "Every row is written anew, and nobody can use the table meanwhile. It fails where a value does",
                "not fit. On a table with many rows, add a column of the other type instead, and let both be",
                "written for a time."));
        return notes;
    }

    private static boolean isTime(TableDefinition.Column one, TableDefinition.Column other) {
        return TIMES.contains(TypeText.family(one.type())) && TIMES.contains(TypeText.family(other.type()));
    }

    private String type(TableDefinition.Column to, TableDefinition.Column from, boolean widened) {
        String name = sql.of(to.name());
        String type = TypeText.of(to.type());
        boolean sameFamily = TypeText.family(to.type()).equals(TypeText.family(from.type()));
        return "alter column %s type %s%s%s"
                .formatted(name, type, collate(to), widened || sameFamily ? "" : " using " + cast(name, from, to));
    }

    static String collate(TableDefinition.Column column) {
        return column.collation().isEmpty() ? "" : " collate " + column.collation();
    }

    /// A time without a zone would else be one of the zone of whoever runs the script.
    private static String cast(String name, TableDefinition.Column from, TableDefinition.Column to) {
        return isTime(from, to) ? name + " at time zone 'UTC'" : "%s::%s".formatted(name, TypeText.of(to.type()));
    }
}
