package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes what adds, changes and drops columns of tables that have rows.
record ColumnSql(SqlNames names, Set<String> costly, Set<String> bound) {
    /// @param costly the defaults that PostgreSQL would compute for each row
    /// @param bound columns, as `users.team_id`, whose values have to be unique or refer to something
    ColumnSql {
        costly = Set.copyOf(costly);
        bound = Set.copyOf(bound);
    }

    List<Part> add(Difference.NewColumn difference) {
        Table table = difference.in();
        Table.Column column = difference.column();
        String value = column.defaultValue();
        boolean computed = value != null && costly.contains(value);
        boolean filledLater = column.notNull() && !column.identity() && (value == null || computed);
        Table.Column first = computed || filledLater ? bare(column) : column;
        List<String> up = new ArrayList<>();
        up.add(alter(table, "add column " + new NewTableSql(names).column(first)));
        if (computed) {
            up.add(alter(table, "alter column %s set default %s".formatted(names.of(column.name()), value)));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                Phase.EXPAND,
                table.label(),
                List.of(),
                up,
                List.of(alter(table, "drop column " + names.of(column.name()))),
                false));
        if (computed || filledLater) {
            parts.add(fill(table, column));
        }
        if (filledLater) {
            parts.addAll(requireValues(table, column));
        }
        return parts;
    }

    /// First nothing is asked of a column that goes, so that a service that does not know it can write rows.
    List<Part> drop(Difference.LostColumn difference) {
        Table table = difference.in();
        Table.Column column = difference.column();
        List<Part> parts = new ArrayList<>();
        if (!column.isFilled()) {
            parts.add(allowNulls(table, column)
                    .noting("A service that does not know %s any more leaves it empty.".formatted(column.name())));
        }
        parts.add(new Part(
                Phase.CONTRACT,
                table.label(),
                List.of(),
                List.of(alter(table, "drop column " + names.of(column.name()))),
                List.of(),
                false));
        return parts;
    }

    List<Part> changeNull(Difference.OtherNull difference) {
        Table table = difference.in();
        Table.Column column = difference.wanted();
        if (!column.notNull()) {
            return List.of(allowNulls(table, column));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(fill(table, column));
        parts.addAll(requireValues(table, column));
        return parts;
    }

    Part changeDefault(Difference.OtherDefault difference) {
        return Part.of(
                Phase.EXPAND,
                difference.in().label(),
                alter(difference.in(), setDefault(difference.now().name(), difference.wanted())),
                alter(
                        difference.in(),
                        setDefault(difference.now().name(), difference.now().defaultValue())));
    }

    private String setDefault(String column, @Nullable String value) {
        return value == null
                ? "alter column %s drop default".formatted(names.of(column))
                : "alter column %s set default %s".formatted(names.of(column), TypeText.ofDefault(value));
    }

    Part changeType(Difference.OtherType difference) {
        Table table = difference.in();
        boolean widened =
                Widening.is(difference.now().type(), difference.wanted().type());
        Part part = Part.of(
                widened ? Phase.EXPAND : Phase.CONTRACT,
                table.label(),
                alter(table, type(difference.wanted(), difference.now(), widened)),
                alter(table, type(difference.now(), difference.wanted(), false)));
        return widened
                ? part
                : part.noting(
                        "Every row is written anew, and nobody can use the table meanwhile. It fails where a value does",
                        "not fit. On a table with many rows, add a column of the other type instead, and let both be",
                        "written for a time.");
    }

    private String type(Table.Column to, Table.Column from, boolean widened) {
        String name = names.of(to.name());
        String type = TypeText.of(to.type());
        boolean sameFamily = TypeText.family(to.type()).equals(TypeText.family(from.type()));
        return "alter column %s type %s%s"
                .formatted(name, type, widened || sameFamily ? "" : " using %s::%s".formatted(name, type));
    }

    /// The way back is that of a column that must not be null from now on.
    private Part allowNulls(Table table, Table.Column column) {
        String name = names.of(column.name());
        String check = names.of(SqlNames.made(table, List.of(column.name()), "not_null"));
        List<String> down = new ArrayList<>();
        down.add(alter(table, "add constraint %s check (%s is not null) not valid".formatted(check, name)));
        String neutral = Neutral.of(column);
        if (!neutral.isEmpty() && isFree(table, column)) {
            down.add("update %s set %s = %s where %s is null".formatted(names.of(table), name, neutral, name));
        }
        down.add(alter(table, "validate constraint " + check));
        down.add(alter(table, "alter column %s set not null".formatted(name)));
        down.add(alter(table, "drop constraint " + check));
        return new Part(
                Phase.EXPAND,
                table.label(),
                List.of(),
                List.of(alter(table, "alter column %s drop not null".formatted(name))),
                down,
                false);
    }

    /// Whether one value may stand in many rows and refers to nothing.
    private boolean isFree(Table table, Table.Column column) {
        return !bound.contains(table.label() + "." + column.name())
                && table.keys().stream().noneMatch(key -> key.columns().contains(column.name()))
                && table.foreignKeys().stream().noneMatch(key -> key.columns().contains(column.name()));
    }

    private Part fill(Table table, Table.Column column) {
        String value = column.defaultValue();
        String update = "update %s set %s = %s where %s is null"
                .formatted(names.of(table), names.of(column.name()), "%s", names.of(column.name()));
        if (value != null) {
            return new Part(
                    Phase.BACKFILL, table.label(), List.of(), List.of(update.formatted(value)), List.of(), false);
        }
        String neutral = isFree(table, column) ? Neutral.of(column) : "";
        return new Part(
                Phase.BACKFILL,
                table.label() + "." + column.name(),
                List.of(
                        "The model does not say what %s is in rows that have none. Choose, and take the comment from"
                                .formatted(column.name()),
                        "a line; until then every command refuses this script as empty."),
                List.of(update.formatted(neutral.isEmpty() ? "..." : neutral)),
                List.of(),
                true);
    }

    /// A check that is not looked at for old rows, then a look that locks nobody out; `set not null` trusts it.
    private List<Part> requireValues(Table table, Table.Column column) {
        String name = names.of(column.name());
        String check = names.of(SqlNames.made(table, List.of(column.name()), "not_null"));
        String guard = alter(table, "add constraint %s check (%s is not null) not valid".formatted(check, name));
        String drop = alter(table, "drop constraint " + check);
        return List.of(
                Part.of(Phase.GUARD, table.label(), guard, drop),
                new Part(
                        Phase.VALIDATE,
                        table.label(),
                        List.of(),
                        List.of(
                                alter(table, "validate constraint " + check),
                                alter(table, "alter column %s set not null".formatted(name)),
                                drop),
                        List.of(alter(table, "alter column %s drop not null".formatted(name)), guard),
                        false));
    }

    private static Table.Column bare(Table.Column column) {
        return new Table.Column(column.name(), column.type(), false, null, column.identity(), false, column.labels());
    }

    String alter(Table table, String action) {
        return "alter table %s %s".formatted(names.of(table), action);
    }
}
