package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes what puts another primary key in the place of the one there is.
record PrimaryKeySql(SqlStyle sql, ExistingSchema standing) {
    /// @throws SlipwayException with `KeysRefused` if a key cannot change
    void check(List<ModelDifference> differences) {
        Map<String, List<String>> obstacles = new LinkedHashMap<>();
        for (ModelDifference difference : differences) {
            if (difference instanceof ModelDifference.OtherKey other
                    && !obstacles(other).isEmpty()) {
                obstacles.put(other.text(), obstacles(other));
            }
        }
        if (!obstacles.isEmpty()) {
            throw new SlipwayException(new KeysRefused(obstacles));
        }
    }

    /// An index that is built while everybody works becomes the key in a moment.
    List<ScriptPart> change(ModelDifference.OtherKey difference, KeySql keys) {
        TableDefinition table = difference.in();
        Optional<String> before = table.primaryKey().map(TableDefinition.Key::name);
        String after = SqlStyle.made(table, before.isEmpty() ? List.of() : difference.wanted(), "pkey");
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        up.add(sql.alter(table, before.map(this::drop).orElse("") + add(after)));
        for (TableDefinition.Column column : difference.unfilled()) {
            up.add(sql.alter(table, "alter column %s drop not null".formatted(sql.of(column.name()))));
            down.addAll(new ColumnSql(sql, Set.of(), Set.of(), Map.of()).requireNow(table, column));
        }
        before.ifPresentOrElse(
                name -> {
                    down.add(create(table, name, difference.now()));
                    down.add(sql.alter(table, drop(after) + add(name)));
                },
                () -> down.add(sql.alter(table, "drop constraint " + sql.of(after))));
        down.add(create(table, after, difference.wanted()));
        return List.of(
                index(table, after, difference.wanted(), keys),
                new ScriptPart(ScriptPhase.CONTRACT, table.label(), List.of(), up, down, false));
    }

    private ScriptPart index(TableDefinition table, String name, List<String> columns, KeySql keys) {
        Optional<String> unique = keys.unique(table, columns);
        ScriptPart part = ScriptPart.of(
                keys.uniquePhase(table, columns),
                table.label(),
                create(table, name, columns),
                "drop index%s %s".formatted(sql.concurrently(), sql.of(table.schema(), name)));
        return unique.isPresent()
                ? part.allowing(unique.get())
                : part.noting("It fails if two rows of %s have the same %s."
                        .formatted(table.label(), String.join(", ", columns)));
    }

    /// What is in the way of it, for people.
    private List<String> obstacles(ModelDifference.OtherKey difference) {
        if (difference.in().partitioned()) {
            return List.of("the table is partitioned, and its key cannot be made of an index");
        }
        return difference.now().isEmpty() ? List.of() : standing.referring(difference.in(), difference.now());
    }

    private String create(TableDefinition table, String name, List<String> columns) {
        return "create unique index%s %s on %s (%s)"
                .formatted(sql.concurrently(), sql.of(name), sql.of(table), sql.list(columns));
    }

    private String drop(String name) {
        return "drop constraint %s, ".formatted(sql.of(name));
    }

    private String add(String name) {
        return "add constraint %s primary key using index %s".formatted(sql.of(name), sql.of(name));
    }
}
