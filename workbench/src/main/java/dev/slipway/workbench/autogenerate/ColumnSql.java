package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.engine.script.UnfilledScript;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes what adds, changes and drops columns of tables that have rows.
record ColumnSql(SqlStyle sql, Set<String> costly, Set<String> bound, Map<String, List<String>> words) {
    /// @param costly the defaults that PostgreSQL would compute for each row
    /// @param bound columns, as `users.team_id`, whose values have to be unique or refer to something
    /// @param words the values that a check lets into a column, such as `users.level`
    ColumnSql {
        costly = Set.copyOf(costly);
        bound = Set.copyOf(bound);
        words = Map.copyOf(words);
    }

    List<ScriptPart> add(ModelDifference.NewColumn difference) {
        TableDefinition table = difference.in();
        TableDefinition.Column column = difference.column();
        String value = column.defaultValue();
        boolean computed = value != null && costly.contains(value);
        boolean filledLater =
                column.notNull() && !column.identity() && !column.generated() && (value == null || computed);
        TableDefinition.Column first = computed || filledLater ? column.bare() : column;
        List<String> up = new ArrayList<>();
        up.add(sql.alter(table, "add column " + NewTableSql.column(sql, first)));
        if (computed) {
            up.add(sql.alter(table, "alter column %s set default %s".formatted(sql.of(column.name()), value)));
        }
        List<ScriptPart> parts = new ArrayList<>();
        boolean written = ClauseSql.isStored(column) || column.identity();
        parts.add(new ScriptPart(
                ScriptPhase.EXPAND,
                written ? table.label() + "." + column.name() : table.label(),
                List.of(written ? ClauseSql.rewritten() : new String[0]),
                up,
                List.of(sql.alter(table, "drop column " + sql.of(column.name()))),
                false));
        if (filledLater) {
            parts.addAll(requireValues(table, column, true));
        } else if (computed) {
            parts.add(kept(fill(table, column, ScriptPhase.BACKFILL), true));
        }
        return parts;
    }

    ScriptPart drop(ModelDifference.LostColumn difference) {
        TableDefinition table = difference.in();
        return new ScriptPart(
                ScriptPhase.CONTRACT,
                table.label(),
                List.of(),
                List.of(sql.alter(
                        table, "drop column " + sql.of(difference.column().name()))),
                List.of(),
                false);
    }

    ScriptPart allowNulls(ModelDifference.Unfilled difference) {
        return allowNulls(difference.in(), difference.column())
                .noting("A service that does not know %s leaves it empty."
                        .formatted(difference.column().name()));
    }

    List<ScriptPart> changeNull(ModelDifference.OtherNull difference) {
        TableDefinition table = difference.in();
        TableDefinition.Column column = difference.wanted();
        if (!column.notNull()) {
            return List.of(allowNulls(table, column));
        }
        return requireValues(table, column, false);
    }

    ScriptPart changeDefault(ModelDifference.OtherDefault difference) {
        return ScriptPart.of(
                ScriptPhase.EXPAND,
                difference.in().label(),
                sql.alter(difference.in(), setDefault(difference.now().name(), difference.wanted())),
                sql.alter(
                        difference.in(),
                        setDefault(difference.now().name(), difference.now().defaultValue())));
    }

    ScriptPart drop(LostClause.LostDefault lost) {
        return changeDefault(new ModelDifference.OtherDefault(lost.in(), lost.column(), null));
    }

    private String setDefault(String column, @Nullable String value) {
        return value == null
                ? "alter column %s drop default".formatted(sql.of(column))
                : "alter column %s set default %s".formatted(sql.of(column), TypeText.ofDefault(value));
    }

    /// The way back is that of a column that must not be null from now on.
    ScriptPart allowNulls(TableDefinition table, TableDefinition.Column column) {
        String name = sql.of(column.name());
        List<String> down = new ArrayList<>(requireNow(table, column));
        String neutral = neutral(table, column);
        if (!neutral.isEmpty()) {
            down.add(
                    sql.together() ? 0 : 1,
                    "update %s set %s = %s where %s is null".formatted(sql.of(table), name, neutral, name));
        }
        return new ScriptPart(
                ScriptPhase.EXPAND,
                table.label(),
                List.of(),
                List.of(sql.alter(table, "alter column %s drop not null".formatted(name))),
                down,
                false);
    }

    /// The check comes first, so that it holds for new rows while the old ones are looked at.
    List<String> requireNow(TableDefinition table, TableDefinition.Column column) {
        String name = sql.of(column.name());
        String require = sql.alter(table, "alter column %s set not null".formatted(name));
        if (sql.together()) {
            return List.of(require);
        }
        String check = sql.of(SqlStyle.made(table, List.of(column.name()), "not_null"));
        return List.of(
                sql.alter(table, "add constraint %s check (%s is not null) not valid".formatted(check, name)),
                sql.alter(table, "validate constraint " + check),
                require,
                sql.alter(table, "drop constraint " + check));
    }

    /// Whether one value may stand in many rows and refers to nothing.
    private boolean isFree(TableDefinition table, TableDefinition.Column column) {
        return !bound.contains(table.label() + "." + column.name())
                && table.keys().stream().noneMatch(key -> key.columns().contains(column.name()))
                && table.foreignKeys().stream().noneMatch(key -> key.columns().contains(column.name()));
    }

    /// A column that the same script adds goes with what was written into it.
    private ScriptPart kept(ScriptPart fill, boolean added) {
        return sql.together() && added ? fill : fill.keepingRows();
    }

    private ScriptPart fill(TableDefinition table, TableDefinition.Column column, ScriptPhase phase) {
        String value = column.defaultValue();
        String update = "update %s set %s = %s where %s is null"
                .formatted(sql.of(table), sql.of(column.name()), "%s", sql.of(column.name()));
        if (value != null) {
            return new ScriptPart(phase, table.label(), List.of(), List.of(update.formatted(value)), List.of(), false);
        }
        List<String> values = values(table, column);
        String neutral = neutral(table, column);
        List<String> notes = new ArrayList<>(UnfilledScript.choice(
                "The model does not say what %s is in rows that have none.".formatted(column.name())));
        if (!values.isEmpty()) {
            notes.add("It is one of %s.".formatted(SqlStyle.literals(values)));
        }
        return new ScriptPart(
                phase,
                table.label(),
                notes,
                List.of(update.formatted(neutral.isEmpty() ? "..." : neutral)),
                List.of(),
                true);
    }

    /// The plainest value, or an empty text if there is none that many rows may have.
    private String neutral(TableDefinition table, TableDefinition.Column column) {
        List<String> values = values(table, column);
        if (!isFree(table, column)) {
            return "";
        }
        return values.isEmpty() ? FillValue.of(column) : SqlStyle.literal(values.getFirst());
    }

    private List<String> values(TableDefinition table, TableDefinition.Column column) {
        return words.getOrDefault(table.label() + "." + column.name(), List.of());
    }

    /// A check that is not looked at for old rows, then a look that locks nobody out; `set not null` trusts it.
    /// Each has a lock of its own. Without a default the check comes before the rows are filled, so that none is
    /// written meanwhile that lacks a value, and services that do not know the column fail from there on.
    private List<ScriptPart> requireValues(TableDefinition table, TableDefinition.Column column, boolean added) {
        ScriptPhase phase = column.defaultValue() == null ? ScriptPhase.REQUIRE : ScriptPhase.GUARD;
        List<String> statements = requireNow(table, column);
        ScriptPart fill = kept(fill(table, column, phase), added);
        ScriptPart look = new ScriptPart(
                phase,
                table.label(),
                List.of(),
                statements.subList(sql.together() ? 0 : 1, statements.size()),
                List.of(sql.alter(table, "alter column %s drop not null".formatted(sql.of(column.name())))),
                false);
        if (sql.together()) {
            return List.of(fill, look);
        }
        ScriptPart guard =
                new ScriptPart(phase, table.label(), List.of(), List.of(statements.getFirst()), List.of(), false);
        return column.defaultValue() == null ? List.of(guard, fill, look) : List.of(fill, guard, look);
    }
}
