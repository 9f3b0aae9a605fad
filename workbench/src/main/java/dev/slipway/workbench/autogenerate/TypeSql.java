package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes what changes the type of a column.
record TypeSql(SqlStyle sql) {
    private static final Set<String> TIMES = Set.of("timestamp", "timestamptz");

    /// @param differences among them what becomes of the default, which has to fit the type at any time
    ScriptPart change(ModelDifference.OtherType difference, List<ModelDifference> differences) {
        TableDefinition table = difference.in();
        TableDefinition.Column now = difference.now();
        TableDefinition.Column wanted = difference.wanted();
        Optional<ModelDifference.OtherDefault> other = differences.stream()
                .filter(each -> takesAlong(difference, each))
                .map(ModelDifference.OtherDefault.class::cast)
                .findFirst();
        String standing = now.defaultValue();
        String value = other.isPresent() ? other.get().wanted() : converted(now, wanted);
        boolean widened = isWidened(difference);
        ScriptPart part = ScriptPart.of(
                widened ? ScriptPhase.EXPAND : ScriptPhase.CONTRACT,
                table.label(),
                sql.alter(table, around(type(wanted, now, widened), now, wanted, standing, value)),
                sql.alter(table, around(type(now, wanted, false), wanted, now, value, standing)));
        return widened ? part : part.noting(notes(difference).toArray(String[]::new));
    }

    /// Whether the second is a default that changes with the type.
    static boolean takesAlong(ModelDifference.OtherType type, ModelDifference difference) {
        return difference instanceof ModelDifference.OtherDefault other
                && !isWidened(type)
                && other.in().equals(type.in())
                && other.now().equals(type.now());
    }

    private static boolean isWidened(ModelDifference.OtherType difference) {
        return WideningTypes.is(difference.now().type(), difference.wanted().type());
    }

    /// PostgreSQL makes a default of some types one of others by itself, and refuses the rest.
    private static @Nullable String converted(TableDefinition.Column now, TableDefinition.Column wanted) {
        String value = now.defaultValue();
        return value == null || isByItself(now, wanted)
                ? value
                : "(%s)::%s".formatted(value, TypeText.of(wanted.type()));
    }

    private static boolean isByItself(TableDefinition.Column from, TableDefinition.Column to) {
        return TypeText.isText(to.type()) || TypeText.isKindred(from.type(), to.type());
    }

    private String around(
            String type,
            TableDefinition.Column from,
            TableDefinition.Column to,
            @Nullable String former,
            @Nullable String value) {
        String column = "alter column %s ".formatted(sql.of(to.name()));
        boolean drops = former != null && (value == null || !isByItself(from, to));
        String set = value == null || (!drops && value.equals(former))
                ? ""
                : ", %sset default %s".formatted(column, TypeText.ofDefault(value));
        return (drops ? column + "drop default, " : "") + type + set;
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
