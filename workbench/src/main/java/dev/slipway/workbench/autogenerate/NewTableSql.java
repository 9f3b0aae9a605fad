package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes `create table` and what belongs to it; a new table has no rows, so nothing can be slow or fail.
record NewTableSql(SqlStyle sql, ExistingSchema standing, AwaitedKeys awaited) {
    ScriptPart part(ModelDifference.NewTable wanted) {
        TableDefinition table = wanted.in();
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        down.add("drop table " + sql.of(table));
        wanted.sequences().stream().filter(standing::addsSequence).forEach(sequence -> {
            up.add("create sequence " + sequence);
            down.add("drop sequence " + sequence);
        });
        if (standing.addsSchema(table.schema())) {
            up.addFirst("create schema " + sql.of(table.schema()));
            down.add("drop schema " + sql.of(table.schema()));
        }
        up.add(create(wanted));
        up.addAll(indexes(table));
        return new ScriptPart(ScriptPhase.CREATE, table.label(), List.of(), up, down, false);
    }

    /// What could not be said while one of two tables was not there yet.
    List<ScriptPart> later(TableDefinition table) {
        return table.foreignKeys().stream()
                .filter(key -> !isThere(table, key) && !awaited.isAwaitedBy(key))
                .map(key -> ScriptPart.of(
                        ScriptPhase.CREATE,
                        table.label(),
                        "alter table %s\n    add %s".formatted(sql.of(table), reference(sql, table, key)),
                        "alter table %s drop constraint %s"
                                .formatted(sql.of(table), sql.of(foreignKeyName(table, key)))))
                .toList();
    }

    /// What leads to a primary key that is to change.
    List<ScriptPart> afterKeys(TableDefinition table, KeySql keys) {
        return table.foreignKeys().stream()
                .filter(awaited::isAwaitedBy)
                .flatMap(
                        key -> keys
                                .guarded(
                                        table,
                                        foreignKeyName(table, key),
                                        reference(sql, table, key),
                                        ScriptPhase.GUARD)
                                .stream())
                .map(ScriptPart::afterKey)
                .toList();
    }

    private String create(ModelDifference.NewTable wanted) {
        TableDefinition table = wanted.in();
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(sql, column)));
        table.primaryKey()
                .ifPresent(key -> lines.add("constraint %s primary key (%s)"
                        .formatted(sql.of(SqlStyle.made(table, List.of(), "pkey")), sql.list(key.columns()))));
        table.keys().stream()
                .filter(key -> !key.primary())
                .forEach(key -> lines.add(unique(key.name(), key.columns())));
        table.indexes().stream()
                .filter(index -> index.unique() && index.plain())
                .forEach(index -> lines.add(unique(table, index)));
        table.foreignKeys().stream()
                .filter(key -> isThere(table, key) && !awaited.isAwaitedBy(key))
                .forEach(key -> lines.add(reference(sql, table, key)));
        table.checks().forEach(check -> lines.add("constraint %s %s".formatted(sql.of(check.name()), check.text())));
        wanted.words().stream()
                .filter(words ->
                        table.column(words.column()).orElseThrow().labels().isEmpty())
                .forEach(words -> lines.add(words(table, words)));
        return lines.stream()
                .collect(Collectors.joining(",\n    ", "create table %s (\n    ".formatted(sql.of(table)), "\n)"));
    }

    private List<String> indexes(TableDefinition table) {
        List<String> statements = new ArrayList<>();
        table.indexes().stream()
                .filter(index -> !index.unique())
                .forEach(index -> statements.add(index(table, index.name(), index.columns())));
        table.foreignKeys().stream()
                .filter(key -> !table.isIndexed(key.columns()))
                .forEach(
                        key -> statements.add(index(table, SqlStyle.made(table, key.columns(), "idx"), key.columns())));
        return statements;
    }

    private String index(TableDefinition table, String name, List<String> columns) {
        return "create index %s on %s (%s)".formatted(sql.of(name), sql.of(table), sql.list(columns));
    }

    /// The name that PostgreSQL makes up for an index is not one for a constraint.
    private String unique(TableDefinition table, TableDefinition.Index index) {
        boolean madeUp = index.name().equals(SqlStyle.made(table, index.columns(), "idx"));
        return unique(madeUp ? SqlStyle.made(table, index.columns(), "key") : index.name(), index.columns());
    }

    private String unique(String name, List<String> columns) {
        return "constraint %s unique (%s)".formatted(sql.of(name), sql.list(columns));
    }

    private boolean isThere(TableDefinition table, TableDefinition.ForeignKey key) {
        String target = key.targetSchema().isEmpty() ? key.target() : key.targetSchema() + "." + key.target();
        return target.equals(table.label()) || standing.hasTable(target);
    }

    static String foreignKeyName(TableDefinition table, TableDefinition.ForeignKey key) {
        String made = SqlStyle.made(table, key.columns(), "fkey");
        boolean cut = !made.startsWith(table.name() + "_" + String.join("_", key.columns()));
        return cut ? made : key.name();
    }

    static String reference(SqlStyle sql, TableDefinition table, TableDefinition.ForeignKey key) {
        return "constraint %s %s%s".formatted(sql.of(foreignKeyName(table, key)), reference(sql, key), key.options());
    }

    static String reference(SqlStyle sql, TableDefinition.ForeignKey key) {
        return "foreign key (%s) references %s (%s)"
                .formatted(
                        sql.list(key.columns()),
                        sql.of(key.targetSchema(), key.target()),
                        sql.list(key.targetColumns()));
    }

    private String words(TableDefinition table, ModelDifference.Words words) {
        String name = standing.free(table, SqlStyle.made(table, List.of(words.column()), "check"));
        return sql.ofEnum(name, words.column(), words.values());
    }

    /// A column with everything that belongs to it.
    static String column(SqlStyle sql, TableDefinition.Column column) {
        String collation = column.collation().isEmpty() ? "" : " collate " + column.collation();
        return sql.of(column.name()) + " " + TypeText.of(column.type()) + collation + tail(column);
    }

    private static String tail(TableDefinition.Column column) {
        if (column.identity()) {
            return " generated %s as identity".formatted(column.counted());
        }
        if (column.generated()) {
            return " generated always as " + column.expression() + (column.notNull() ? " not null" : "");
        }
        String value = column.defaultValue();
        return (column.notNull() ? " not null" : "") + (value == null ? "" : " default " + TypeText.ofDefault(value));
    }
}
