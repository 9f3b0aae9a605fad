package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes what adds, changes and drops indexes and constraints of tables that have rows.
record KeySql(SqlStyle sql, ExistingSchema standing, AddedColumns added) {
    ScriptPart add(ModelDifference.NewIndex difference) {
        TableDefinition table = difference.in();
        String given = difference.name();
        String name = sql.of(
                given == null
                        ? SqlStyle.made(table, difference.columns(), difference.unique() ? "key" : "idx")
                        : given);
        ScriptPart part = difference.unique()
                ? uniqueIndex(table, name, difference.columns())
                : index(table, false, name, difference.columns(), ScriptPhase.INDEXES);
        return table.partitioned()
                ? part.noting(
                        "Writes wait for it, since PostgreSQL cannot index all partitions concurrently. Where they have",
                        "many rows, create the same index concurrently on each of them before: it is taken as it is.")
                : part;
    }

    /// What columns that services fill must hold from now on stops those that do not know of it.
    ///
    /// @param name quoted where it has to be
    ScriptPart uniqueIndex(TableDefinition table, String name, List<String> columns) {
        ScriptPhase phase = added.anyOf(table, columns) ? ScriptPhase.INDEXES : ScriptPhase.UNIQUE;
        ScriptPart part = index(table, true, name, columns, phase);
        Optional<String> why = added.unique(table, columns);
        if (why.isEmpty()) {
            return part.noting("It fails if two rows of %s have the same %s."
                    .formatted(table.label(), String.join(", ", columns)));
        }
        // a proof fills a column that an earlier script adds, but none that this script adds
        return sql.together() ? part : part.allowing(why.get());
    }

    private ScriptPart index(
            TableDefinition table, boolean unique, String name, List<String> columns, ScriptPhase phase) {
        return ScriptPart.of(
                phase,
                table.label(),
                create(table, unique, name, columns),
                "drop index%s %s".formatted(concurrently(table), qualified(table, name)));
    }

    String create(TableDefinition table, boolean unique, String name, List<String> columns) {
        return "create %sindex%s %s on %s (%s)"
                .formatted(unique ? "unique " : "", concurrently(table), name, sql.of(table), sql.list(columns));
    }

    /// PostgreSQL knows no concurrent building for a table that is partitioned.
    private String concurrently(TableDefinition table) {
        return table.partitioned() ? "" : sql.concurrently();
    }

    ScriptPart drop(ModelDifference.LostIndex difference) {
        TableDefinition.Index index = difference.index();
        return ScriptPart.of(
                ScriptPhase.INDEXES,
                difference.in().label(),
                "drop index%s %s"
                        .formatted(concurrently(difference.in()), qualified(difference.in(), sql.of(index.name()))),
                create(difference.in(), index.unique(), sql.of(index.name()), index.columns()));
    }

    ScriptPart drop(ModelDifference.LostUnique difference) {
        TableDefinition table = difference.in();
        String name = sql.of(difference.key().name());
        return new ScriptPart(
                ScriptPhase.EXPAND,
                table.label(),
                List.of(),
                List.of(sql.alter(table, "drop constraint " + name)),
                again(table, difference.key()),
                false);
    }

    /// Of an index that is built while everybody works, if an index can say all that the constraint says.
    private List<String> again(TableDefinition table, TableDefinition.Key key) {
        String name = sql.of(key.name());
        String kind = key.primary() ? "primary key" : "unique";
        boolean plain = key.definition().matches("(?:UNIQUE|PRIMARY KEY) \\([^()]*\\)");
        return plain && !table.partitioned()
                ? List.of(
                        create(table, true, name, key.columns()),
                        sql.alter(table, "add constraint %s %s using index %s".formatted(name, kind, name)))
                : List.of(sql.alter(table, "add constraint %s %s".formatted(name, key.definition())));
    }

    /// A partitioned table can have no foreign key that is not valid yet before PostgreSQL 18.
    List<ScriptPart> add(ModelDifference.NewForeignKey difference) {
        TableDefinition table = difference.in();
        String name = NewTableSql.foreignKeyName(table, difference.key());
        String constraint = NewTableSql.reference(sql, table, difference.key());
        return table.partitioned()
                ? List.of(ScriptPart.of(
                        ScriptPhase.GUARD,
                        table.label(),
                        sql.alter(table, "add " + constraint),
                        sql.alter(table, "drop constraint " + sql.of(name))))
                : guarded(table, name, constraint, phase(table, difference.key().columns(), ScriptPhase.GUARD));
    }

    ScriptPart drop(ModelDifference.LostForeignKey difference) {
        TableDefinition table = difference.in();
        String name = sql.of(difference.key().name());
        return new ScriptPart(
                ScriptPhase.EXPAND,
                table.label(),
                List.of(),
                List.of(sql.alter(table, "drop constraint " + name)),
                table.partitioned()
                        ? List.of(sql.alter(
                                table,
                                "add constraint %s %s"
                                        .formatted(name, difference.key().definition())))
                        : again(table, name, difference.key().definition()),
                false);
    }

    ScriptPhase phase(TableDefinition table, List<String> columns, ScriptPhase early) {
        return added.anyOf(table, columns) ? early : ScriptPhase.REQUIRE;
    }

    /// One constraint in the place of another of the same name, so that there is always one.
    List<ScriptPart> replaced(TableDefinition table, String name, String constraint, String before) {
        return replaced(table, name, constraint, before, ScriptPhase.REQUIRE);
    }

    List<ScriptPart> replaced(TableDefinition table, String name, String constraint, String before, ScriptPhase phase) {
        ScriptPart replaced = replace(table, name, constraint, before, phase);
        return sql.together() ? List.of(replaced) : List.of(replaced, look(table, name, constraint));
    }

    ScriptPart replace(TableDefinition table, String name, String constraint, String before, ScriptPhase phase) {
        String drop = "drop constraint " + sql.of(name);
        List<String> down = new ArrayList<>(List.of(sql.alter(table, drop)));
        down.addAll(again(table, sql.of(name), before));
        String change = sql.alter(table, "%s, add %s%s".formatted(drop, constraint, sql.notValid()));
        return new ScriptPart(phase, table.label(), List.of(), List.of(change), down, false);
    }

    /// Adds a constraint as it was, without a look at all rows under its lock.
    List<String> again(TableDefinition table, String name, String definition) {
        String bare = definition.replaceFirst(" NOT VALID$", "");
        List<String> statements = new ArrayList<>();
        boolean valid = bare.equals(definition);
        String notValid = valid ? sql.notValid() : " not valid";
        statements.add(sql.alter(table, "add constraint %s %s%s".formatted(name, bare, notValid)));
        if (valid && !sql.together()) {
            statements.add(sql.alter(table, "validate constraint " + name));
        }
        return statements;
    }

    List<ScriptPart> guarded(TableDefinition table, String name, String constraint, ScriptPhase phase) {
        ScriptPart added = ScriptPart.of(
                phase,
                table.label(),
                sql.alter(table, "add %s%s".formatted(constraint, sql.notValid())),
                sql.alter(table, "drop constraint " + sql.of(name)));
        return sql.together() ? List.of(added) : List.of(added, look(table, name, constraint));
    }

    private ScriptPart look(TableDefinition table, String name, String constraint) {
        return new ScriptPart(
                ScriptPhase.VALIDATE,
                table.label(),
                List.of(),
                List.of(sql.alter(table, "validate constraint " + sql.of(name))),
                List.of(
                        sql.alter(table, "drop constraint " + sql.of(name)),
                        sql.alter(table, "add %s not valid".formatted(constraint))),
                false);
    }

    private String qualified(TableDefinition table, String name) {
        return table.schema().isEmpty() ? name : sql.of(table.schema()) + "." + name;
    }
}
