package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.engine.script.UnfilledScript;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes what adds, changes and drops indexes and constraints of tables that have rows.
///
/// @param added columns, as `users.level`, that nobody uses yet
record KeySql(SqlNames names, ExistingSchema standing, Set<String> added) {
    KeySql {
        added = Set.copyOf(added);
    }

    ScriptPart add(ModelDifference.NewIndex difference) {
        TableDefinition table = difference.in();
        String given = difference.name();
        String name = names.of(
                given == null
                        ? SqlNames.made(table, difference.columns(), difference.unique() ? "key" : "idx")
                        : given);
        ScriptPart part = ScriptPart.of(
                ScriptPhase.INDEXES,
                table.label(),
                create(table, difference.unique(), name, difference.columns()),
                "drop index%s %s".formatted(concurrently(table), qualified(table, name)));
        List<String> notes = new ArrayList<>();
        if (difference.unique()) {
            notes.add("It fails if two rows of %s have the same %s."
                    .formatted(table.label(), String.join(", ", difference.columns())));
        }
        if (table.partitioned()) {
            notes.add("Writes wait for it, since PostgreSQL cannot index all partitions concurrently. Where they have");
            notes.add("many rows, create the same index concurrently on each of them before: it is taken as it is.");
        }
        return part.noting(notes.toArray(String[]::new));
    }

    private String create(TableDefinition table, boolean unique, String name, List<String> columns) {
        return "create %sindex%s %s on %s (%s)"
                .formatted(unique ? "unique " : "", concurrently(table), name, names.of(table), names.list(columns));
    }

    /// PostgreSQL knows no concurrent building for a table that is partitioned.
    private static String concurrently(TableDefinition table) {
        return table.partitioned() ? "" : " concurrently";
    }

    ScriptPart drop(ModelDifference.LostIndex difference) {
        TableDefinition.Index index = difference.index();
        return ScriptPart.of(
                ScriptPhase.INDEXES,
                difference.in().label(),
                "drop index%s %s"
                        .formatted(concurrently(difference.in()), qualified(difference.in(), names.of(index.name()))),
                create(difference.in(), index.unique(), names.of(index.name()), index.columns()));
    }

    ScriptPart drop(ModelDifference.LostUnique difference) {
        TableDefinition table = difference.in();
        String name = names.of(difference.key().name());
        return new ScriptPart(
                ScriptPhase.EXPAND,
                table.label(),
                List.of(),
                List.of(names.alter(table, "drop constraint " + name)),
                again(table, difference.key()),
                false);
    }

    /// Of an index that is built while everybody works, if an index can say all that the constraint says.
    private List<String> again(TableDefinition table, TableDefinition.Key key) {
        String name = names.of(key.name());
        String kind = key.primary() ? "primary key" : "unique";
        boolean plain = key.definition().matches("(?:UNIQUE|PRIMARY KEY) \\([^()]*\\)");
        return plain && !table.partitioned()
                ? List.of(
                        create(table, true, name, key.columns()),
                        names.alter(table, "add constraint %s %s using index %s".formatted(name, kind, name)))
                : List.of(names.alter(table, "add constraint %s %s".formatted(name, key.definition())));
    }

    /// A partitioned table can have no foreign key that is not valid yet before PostgreSQL 18.
    List<ScriptPart> add(ModelDifference.NewForeignKey difference) {
        TableDefinition table = difference.in();
        String name = NewTableSql.foreignKeyName(table, difference.key());
        String constraint = NewTableSql.reference(names, table, difference.key());
        return table.partitioned()
                ? List.of(ScriptPart.of(
                        ScriptPhase.GUARD,
                        table.label(),
                        names.alter(table, "add " + constraint),
                        names.alter(table, "drop constraint " + names.of(name))))
                : guarded(table, name, constraint, phase(table, difference.key().columns(), ScriptPhase.GUARD));
    }

    ScriptPart drop(ModelDifference.LostForeignKey difference) {
        TableDefinition table = difference.in();
        String name = names.of(difference.key().name());
        return new ScriptPart(
                ScriptPhase.EXPAND,
                table.label(),
                List.of(),
                List.of(names.alter(table, "drop constraint " + name)),
                table.partitioned()
                        ? List.of(names.alter(
                                table,
                                "add constraint %s %s"
                                        .formatted(name, difference.key().definition())))
                        : again(table, name, difference.key().definition()),
                false);
    }

    /// The name stays, so that people know the check again.
    List<ScriptPart> change(ModelDifference.OtherWords difference) {
        TableDefinition table = difference.in();
        TableDefinition.Check now = difference.now();
        String column = difference.wanted().column();
        List<String> values = difference.wanted().values();
        String name = now == null ? standing.free(table, SqlNames.made(table, List.of(column), "check")) : now.name();
        String check = "constraint %s check (%s in (%s))"
                .formatted(names.of(name), names.of(column), SqlNames.literals(values));
        if (now == null) {
            return guarded(table, name, check, phase(table, List.of(column), ScriptPhase.EXPAND));
        }
        List<String> former = NameCheck.values(now).orElse(List.of());
        String validate = names.alter(table, "validate constraint " + names.of(name));
        if (values.containsAll(former)) {
            return List.of(replace(table, name, check, now.definition(), ScriptPhase.GUARD), look(table, name, check));
        }
        return List.of(
                replace(table, name, check, now.definition(), ScriptPhase.REQUIRE),
                replaceGone(table, column, former, values),
                new ScriptPart(ScriptPhase.REQUIRE, table.label(), List.of(), List.of(validate), List.of(), false));
    }

    /// What rows get that hold a value that goes. Only somebody who knows the rows can say it.
    private ScriptPart replaceGone(TableDefinition table, String column, List<String> former, List<String> values) {
        Optional<String> left = values.stream().filter(former::contains).findFirst();
        List<String> gone =
                former.stream().filter(value -> !values.contains(value)).toList();
        return new ScriptPart(
                ScriptPhase.REQUIRE,
                table.label(),
                UnfilledScript.choice(
                        "The model does not say what becomes of %s in %s.".formatted(SqlNames.literals(gone), column)),
                List.of("update %s set %s = %s where %s in (%s)"
                        .formatted(
                                names.of(table),
                                names.of(column),
                                left.map(SqlNames::literal).orElse("..."),
                                names.of(column),
                                SqlNames.literals(gone))),
                List.of(),
                true);
    }

    /// What columns that services fill must hold from now on stops those that do not know of it.
    ScriptPhase phase(TableDefinition table, List<String> columns, ScriptPhase early) {
        boolean unused = columns.stream().anyMatch(column -> added.contains(table.label() + "." + column));
        return unused ? early : ScriptPhase.REQUIRE;
    }

    /// One constraint in the place of another of the same name, so that there is always one.
    List<ScriptPart> replaced(TableDefinition table, String name, String constraint, String before) {
        return List.of(replace(table, name, constraint, before, ScriptPhase.REQUIRE), look(table, name, constraint));
    }

    private ScriptPart replace(
            TableDefinition table, String name, String constraint, String before, ScriptPhase phase) {
        String drop = "drop constraint " + names.of(name);
        List<String> down = new ArrayList<>(List.of(names.alter(table, drop)));
        down.addAll(again(table, names.of(name), before));
        String change = names.alter(table, "%s, add %s not valid".formatted(drop, constraint));
        return new ScriptPart(phase, table.label(), List.of(), List.of(change), down, false);
    }

    /// Adds a constraint as it was, without a look at all rows under its lock.
    List<String> again(TableDefinition table, String name, String definition) {
        String bare = definition.replaceFirst(" NOT VALID$", "");
        List<String> statements = new ArrayList<>();
        statements.add(names.alter(table, "add constraint %s %s not valid".formatted(name, bare)));
        if (bare.equals(definition)) {
            statements.add(names.alter(table, "validate constraint " + name));
        }
        return statements;
    }

    List<ScriptPart> guarded(TableDefinition table, String name, String constraint, ScriptPhase phase) {
        return List.of(
                ScriptPart.of(
                        phase,
                        table.label(),
                        names.alter(table, "add %s not valid".formatted(constraint)),
                        names.alter(table, "drop constraint " + names.of(name))),
                look(table, name, constraint));
    }

    private ScriptPart look(TableDefinition table, String name, String constraint) {
        return new ScriptPart(
                ScriptPhase.VALIDATE,
                table.label(),
                List.of(),
                List.of(names.alter(table, "validate constraint " + names.of(name))),
                List.of(
                        names.alter(table, "drop constraint " + names.of(name)),
                        names.alter(table, "add %s not valid".formatted(constraint))),
                false);
    }

    /// PostgreSQL cannot take a value out of a type, so the way back makes the type anew.
    ScriptPart add(ModelDifference.NewLabels difference) {
        TableDefinition.Column column = difference.column();
        String type = column.type();
        String name = names.of(column.name());
        String value = column.defaultValue();
        List<String> up = difference.labels().stream()
                .map(label -> "alter type %s add value %s".formatted(type, SqlNames.literals(List.of(label))))
                .toList();
        List<String> down = new ArrayList<>();
        down.add("alter type %s rename to %s_before".formatted(type, type));
        down.add("create type %s as enum (%s)".formatted(type, SqlNames.literals(column.labels())));
        if (value != null) {
            down.add(names.alter(difference.in(), "alter column %s drop default".formatted(name)));
        }
        down.add(names.alter(
                difference.in(), "alter column %s type %s using %s::text::%s".formatted(name, type, name, type)));
        if (value != null) {
            down.add(names.alter(difference.in(), "alter column %s set default %s".formatted(name, value)));
        }
        down.add("drop type %s_before".formatted(type));
        return new ScriptPart(ScriptPhase.EXPAND, difference.in().label(), List.of(), up, down, false);
    }

    private String qualified(TableDefinition table, String name) {
        return table.schema().isEmpty() ? name : names.of(table.schema()) + "." + name;
    }
}
