package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.entity.EntityTable;
import dev.slipway.runner.model.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds how one table differs from what its entity asks for.
final class TableComparison {
    private final Table now;
    private final Table wanted;
    private final EntityTable entity;
    private final Kept kept;
    private final List<Difference> differences = new ArrayList<>();

    /// Columns that go, and with them what stands on them.
    private final Set<String> lost = new HashSet<>();

    TableComparison(Table now, Table wanted, EntityTable entity, Kept kept) {
        this.now = now;
        this.wanted = wanted;
        this.entity = entity;
        this.kept = kept;
    }

    List<Difference> differences() {
        comparePrimaryKeys();
        for (Table.Column column : wanted.columns()) {
            EntityTable.Column asked = entity.column(column.name()).orElseThrow();
            now.column(column.name())
                    .ifPresentOrElse(
                            standing -> differences.addAll(
                                    new ColumnComparison(now, standing, column, asked).differences()),
                            () -> add(column, asked));
        }
        now.columns().stream().filter(this::isLost).forEach(this::lose);
        compareUniques();
        compareForeignKeys();
        compareIndexes();
        return differences;
    }

    private boolean isLost(Table.Column column) {
        return wanted.column(column.name()).isEmpty()
                && !column.generated()
                && !kept.column(now.label(), column.name());
    }

    private boolean isKey(Table.Column column) {
        return now.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
    }

    private void lose(Table.Column column) {
        lost.add(column.name());
        if (!column.isFilled() && !isKey(column)) {
            differences.add(new Difference.Unfilled(now, column));
        }
        differences.add(new Difference.LostColumn(now, column));
    }

    private void add(Table.Column column, EntityTable.Column asked) {
        differences.add(new Difference.NewColumn(now, column));
        if (!asked.words().isEmpty() && column.labels().isEmpty()) {
            differences.add(new Difference.OtherWords(now, null, new Difference.Words(column.name(), asked.words())));
        }
    }

    private void comparePrimaryKeys() {
        List<String> standing = now.primaryKey().map(Table.Key::columns).orElse(List.of());
        List<String> asked = wanted.primaryKey().map(Table.Key::columns).orElse(List.of());
        if (!Set.copyOf(standing).equals(Set.copyOf(asked))) {
            List<Table.Column> unfilled = now.columns().stream()
                    .filter(column -> standing.contains(column.name()) && isLost(column) && !column.isFilled())
                    .toList();
            differences.add(new Difference.OtherKey(now, standing, asked, unfilled));
        }
    }

    private void compareUniques() {
        now.keys().stream()
                .filter(key -> !key.primary() && !wanted.isUnique(key.columns()) && isLeft(key.columns()))
                .forEach(key -> differences.add(new Difference.LostUnique(now, key)));
    }

    private void compareForeignKeys() {
        for (Table.ForeignKey key : wanted.foreignKeys()) {
            Optional<Table.ForeignKey> standing = now.foreignKeys().stream()
                    .filter(each -> each.columns().equals(key.columns()))
                    .findFirst();
            if (standing.filter(each -> leadsTo(each, key)).isPresent()) {
                continue;
            }
            standing.ifPresent(each -> differences.add(new Difference.LostForeignKey(now, each)));
            differences.add(new Difference.NewForeignKey(now, key));
        }
    }

    private static boolean leadsTo(Table.ForeignKey one, Table.ForeignKey other) {
        return one.target().equals(other.target())
                && one.targetSchema().equals(other.targetSchema())
                && one.targetColumns().equals(other.targetColumns());
    }

    private void compareIndexes() {
        for (EntityTable.Index index : entity.indexes()) {
            boolean there = index.unique() ? now.isUnique(index.columns()) : isPlainlyIndexed(index.columns());
            if (!there) {
                differences.add(new Difference.NewIndex(now, index.columns(), index.unique(), index.name()));
            }
        }
        for (Table.ForeignKey key : wanted.foreignKeys()) {
            if (!now.isIndexed(key.columns()) && !wanted.isIndexed(key.columns())) {
                differences.add(new Difference.NewIndex(now, key.columns(), false, null));
            }
        }
        now.indexes().stream()
                .filter(Table.Index::plain)
                .filter(index -> isLeft(index.columns()) && !isAskedFor(index) && !servesForeignKey(index))
                .forEach(index -> differences.add(new Difference.LostIndex(now, index)));
    }

    private boolean isPlainlyIndexed(List<String> columns) {
        return now.keys().stream().anyMatch(key -> key.columns().equals(columns))
                || now.indexes().stream()
                        .anyMatch(index -> index.plain() && index.columns().equals(columns));
    }

    private boolean isAskedFor(Table.Index index) {
        return index.unique()
                ? wanted.isUnique(index.columns())
                : entity.indexes().stream().anyMatch(each -> each.columns().equals(index.columns()));
    }

    private boolean servesForeignKey(Table.Index index) {
        return !index.unique() && (leads(now, index.columns()) || leads(wanted, index.columns()));
    }

    private static boolean leads(Table table, List<String> columns) {
        return table.foreignKeys().stream()
                .map(Table.ForeignKey::columns)
                .anyMatch(key -> key.size() <= columns.size()
                        && columns.subList(0, key.size()).equals(key));
    }

    private boolean isLeft(List<String> columns) {
        return columns.stream().noneMatch(lost::contains)
                && columns.stream().noneMatch(column -> kept.column(now.label(), column));
    }
}
