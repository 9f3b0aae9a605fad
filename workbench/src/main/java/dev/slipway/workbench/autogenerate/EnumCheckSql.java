package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.engine.script.UnfilledScript;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes what changes the values that a check lets into a column.
record EnumCheckSql(SqlStyle sql, KeySql keys) {
    /// The name stays, so that people know the check again.
    List<ScriptPart> change(ModelDifference.OtherWords difference) {
        TableDefinition.Check now = difference.now();
        return now == null ? add(difference) : replace(difference, now);
    }

    private List<ScriptPart> add(ModelDifference.OtherWords difference) {
        TableDefinition table = difference.in();
        String column = difference.wanted().column();
        List<String> values = difference.wanted().values();
        String name = keys.standing().free(table, SqlStyle.made(table, List.of(column), "check"));
        String check = sql.ofEnum(name, column, values);
        if (keys.added().anyOf(table, List.of(column))) {
            return keys.guarded(table, name, check, ScriptPhase.EXPAND);
        }
        ScriptPart guard = ScriptPart.of(
                ScriptPhase.REQUIRE,
                table.label(),
                sql.alter(table, "add %s%s".formatted(check, sql.notValid())),
                sql.alter(table, "drop constraint " + sql.of(name)));
        ScriptPart choice = choice(
                table,
                column,
                "other values in " + column,
                values.stream().findFirst(),
                "not in (%s)".formatted(SqlStyle.literals(values)));
        return looked(table, name, guard, choice);
    }

    private List<ScriptPart> replace(ModelDifference.OtherWords difference, TableDefinition.Check now) {
        TableDefinition table = difference.in();
        String column = difference.wanted().column();
        List<String> values = difference.wanted().values();
        String name = now.name();
        String check = sql.ofEnum(name, column, values);
        List<String> former = NameCheck.values(now).orElse(List.of());
        if (values.containsAll(former)) {
            return widened(keys.replaced(table, name, check, now.definition(), ScriptPhase.GUARD), values, former);
        }
        List<String> gone =
                former.stream().filter(value -> !values.contains(value)).toList();
        ScriptPart choice = choice(
                table,
                column,
                "%s in %s".formatted(SqlStyle.literals(gone), column),
                values.stream().filter(former::contains).findFirst(),
                "in (%s)".formatted(SqlStyle.literals(gone)));
        return looked(table, name, keys.replace(table, name, check, now.definition(), ScriptPhase.REQUIRE), choice);
    }

    private static List<ScriptPart> widened(List<ScriptPart> parts, List<String> values, List<String> former) {
        List<String> added =
                values.stream().filter(value -> !former.contains(value)).toList();
        List<ScriptPart> widened = new ArrayList<>(parts);
        widened.set(0, added.isEmpty() ? parts.getFirst() : parts.getFirst().stoppingAt(SqlStyle.literals(added)));
        return widened;
    }

    /// New rows are held to the check before old ones are given other values, and looked at last. Under one lock, it
    /// is the values first.
    private List<ScriptPart> looked(TableDefinition table, String name, ScriptPart guard, ScriptPart choice) {
        if (sql.together()) {
            return List.of(choice, guard);
        }
        String validate = sql.alter(table, "validate constraint " + sql.of(name));
        return List.of(
                guard,
                choice,
                new ScriptPart(ScriptPhase.REQUIRE, table.label(), List.of(), List.of(validate), List.of(), false));
    }

    /// What rows get that hold what may not be held any more. Only somebody who knows the rows can say it.
    private ScriptPart choice(TableDefinition table, String column, String what, Optional<String> value, String which) {
        String name = sql.of(column);
        return new ScriptPart(
                        ScriptPhase.REQUIRE,
                        table.label(),
                        UnfilledScript.choice("The model does not say what becomes of %s.".formatted(what)),
                        List.of("update %s set %s = %s where %s %s"
                                .formatted(
                                        sql.of(table),
                                        name,
                                        value.map(SqlStyle::literal).orElse("..."),
                                        name,
                                        which)),
                        List.of(),
                        true)
                .keepingRows();
    }
}
