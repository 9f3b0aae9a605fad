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
                    down.add(keys.create(table, true, sql.of(name), difference.now()));
                    down.add(sql.alter(table, drop(after) + add(name)));
                },
                () -> down.add(sql.alter(table, "drop constraint " + sql.of(after))));
        down.add(keys.create(table, true, sql.of(after), difference.wanted()));
        return List.of(
                keys.uniqueIndex(table, sql.of(after), difference.wanted()),
                new ScriptPart(ScriptPhase.CONTRACT, table.label(), List.of(), up, down, false));
    }

    /// What is in the way of it, for people.
    private List<String> obstacles(ModelDifference.OtherKey difference) {
        if (difference.in().partitioned()) {
            return List.of("the table is partitioned, and its key cannot be made of an index");
        }
        return difference.now().isEmpty() ? List.of() : standing.referring(difference.in(), difference.now());
    }

    private String drop(String name) {
        return "drop constraint %s, ".formatted(sql.of(name));
    }

    private String add(String name) {
        return "add constraint %s primary key using index %s".formatted(sql.of(name), sql.of(name));
    }
}
