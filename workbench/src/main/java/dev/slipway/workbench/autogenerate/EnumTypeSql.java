package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/// Writes what adds values to an enum type of PostgreSQL.
record EnumTypeSql(SqlStyle sql, ExistingSchema standing) {
    /// PostgreSQL cannot take a value out of a type, so the way back makes the type anew, and all columns that have it.
    ///
    /// @return nothing if another column of the type asked for the same
    List<ScriptPart> add(ModelDifference.NewLabels difference) {
        TableDefinition.Column column = difference.column();
        String type = column.type();
        List<String> added = difference.labels().stream()
                .filter(label -> standing.addsLabel(type, label))
                .toList();
        List<String> up = added.stream()
                .map(label -> "alter type %s add value %s".formatted(type, SqlStyle.literal(label)))
                .toList();
        return up.isEmpty()
                ? List.of()
                : List.of(new ScriptPart(
                                ScriptPhase.EXPAND,
                                difference.in().label(),
                                List.of(),
                                up,
                                down(type, column.labels()),
                                false)
                        .stoppingAt(SqlStyle.literals(added)));
    }

    private List<String> down(String type, List<String> labels) {
        QualifiedName name = QualifiedName.of(type);
        String before = sql.of(name.bare() + "_before");
        List<String> down = new ArrayList<>();
        down.add("alter type %s rename to %s".formatted(type, before));
        down.add("create type %s as enum (%s)".formatted(type, SqlStyle.literals(labels)));
        standing.eachColumn((table, column) -> {
            if (column.type().equals(type) || column.type().equals(type + "[]")) {
                retype(table, column, down);
            }
        });
        down.add("drop type " + name.schema() + before);
        return down;
    }

    private void retype(TableDefinition table, TableDefinition.Column column, List<String> down) {
        String name = sql.of(column.name());
        String text = column.type().endsWith("[]") ? "text[]" : "text";
        String value = column.defaultValue();
        if (value != null) {
            down.add(sql.alter(table, "alter column %s drop default".formatted(name)));
        }
        down.add(sql.alter(
                table,
                "alter column %s type %s using %s::%s::%s".formatted(name, column.type(), name, text, column.type())));
        if (value != null) {
            down.add(sql.alter(table, "alter column %s set default %s".formatted(name, value)));
        }
    }
}
