package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes what changes the type of a column.
record TypeSql(SqlNames names) {
    private static final Set<String> TIMES = Set.of("timestamp", "timestamptz");

    Part change(Difference.OtherType difference) {
        Table table = difference.in();
        boolean widened =
                Widening.is(difference.now().type(), difference.wanted().type());
        Part part = Part.of(
                widened ? Phase.EXPAND : Phase.CONTRACT,
                table.label(),
                alter(table, type(difference.wanted(), difference.now(), widened)),
                alter(table, type(difference.now(), difference.wanted(), false)));
        return widened ? part : part.noting(notes(difference).toArray(String[]::new));
    }

    private static List<String> notes(Difference.OtherType difference) {
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

    private static boolean isTime(Table.Column one, Table.Column other) {
        return TIMES.contains(TypeText.family(one.type())) && TIMES.contains(TypeText.family(other.type()));
    }

    private String type(Table.Column to, Table.Column from, boolean widened) {
        String name = names.of(to.name());
        String type = TypeText.of(to.type());
        boolean sameFamily = TypeText.family(to.type()).equals(TypeText.family(from.type()));
        return "alter column %s type %s%s"
                .formatted(name, type, widened || sameFamily ? "" : " using " + cast(name, from, to));
    }

    /// A time without a zone would else be one of the zone of whoever runs the script.
    private static String cast(String name, Table.Column from, Table.Column to) {
        return isTime(from, to) ? name + " at time zone 'UTC'" : "%s::%s".formatted(name, TypeText.of(to.type()));
    }

    private String alter(Table table, String action) {
        return "alter table %s %s".formatted(names.of(table), action);
    }
}
