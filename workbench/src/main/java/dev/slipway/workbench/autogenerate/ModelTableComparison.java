package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.entity.EntityTable;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds how one table differs from what its entity asks for.
final class ModelTableComparison {
    private final TableDefinition now;
    private final TableDefinition wanted;
    private final EntityTable entity;
    private final IgnoredObjects kept;
    private final List<ModelDifference> differences = new ArrayList<>();

    /// Columns that go, and with them what stands on them.
    private final Set<String> lost = new HashSet<>();

    ModelTableComparison(TableDefinition now, TableDefinition wanted, EntityTable entity, IgnoredObjects kept) {
        this.now = now;
        this.wanted = wanted;
        this.entity = entity;
        this.kept = kept;
    }

    List<ModelDifference> differences() {
        comparePrimaryKeys();
        for (TableDefinition.Column column : wanted.columns()) {
            EntityTable.Column asked = entity.column(column.name()).orElseThrow();
            now.column(column.name())
                    .ifPresentOrElse(
                            standing -> differences.addAll(
                                    new ModelColumnComparison(now, standing, column, asked).differences()),
                            () -> add(column, asked));
        }
        now.columns().stream().filter(this::isLost).forEach(this::lose);
        now.columns().stream()
                .filter(column -> wanted.column(column.name()).isEmpty())
                .filter(column -> kept.column(now.label(), column.name()) && !kept.fills(now.label(), column.name()))
                .filter(column -> !column.isFilled() && !isKey(column))
                .forEach(column -> differences.add(new ModelDifference.Unfilled(now, column)));
        compareUniques();
        compareForeignKeys();
        differences.addAll(new ModelCheckComparison(now, wanted, entity).differences(this::isLeft));
        compareIndexes();
        return differences;
    }

    private boolean isLost(TableDefinition.Column column) {
        return wanted.column(column.name()).isEmpty()
                && !column.generated()
                && !kept.column(now.label(), column.name());
    }

    private boolean isKey(TableDefinition.Column column) {
        return now.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
    }

    private void lose(TableDefinition.Column column) {
        lost.add(column.name());
        if (!column.isFilled() && !isKey(column)) {
            differences.add(new ModelDifference.Unfilled(now, column));
        }
        differences.add(new ModelDifference.LostColumn(now, column));
    }

    private void add(TableDefinition.Column column, EntityTable.Column asked) {
        differences.add(new ModelDifference.NewColumn(now, column));
        if (!asked.words().isEmpty() && column.labels().isEmpty()) {
            differences.add(
                    new ModelDifference.OtherWords(now, null, new ModelDifference.Words(column.name(), asked.words())));
        }
    }

    private void comparePrimaryKeys() {
        List<String> standing =
                now.primaryKey().map(TableDefinition.Key::columns).orElse(List.of());
        List<String> asked =
                wanted.primaryKey().map(TableDefinition.Key::columns).orElse(List.of());
        if (!asked.isEmpty() && !Set.copyOf(standing).equals(Set.copyOf(asked))) {
            List<TableDefinition.Column> unfilled = now.columns().stream()
                    .filter(column -> standing.contains(column.name()) && isLost(column) && !column.isFilled())
                    .toList();
            differences.add(new ModelDifference.OtherKey(now, standing, asked, unfilled));
        }
    }

    private void compareUniques() {
        now.keys().stream()
                .filter(key -> !wanted.isUnique(key.columns()) && isLeft(key.columns()))
                .filter(key -> !key.primary() || wanted.primaryKey().isEmpty())
                .forEach(key -> differences.add(new ModelDifference.LostUnique(now, key)));
    }

    private void compareForeignKeys() {
        for (TableDefinition.ForeignKey key : wanted.foreignKeys()) {
            Optional<TableDefinition.ForeignKey> standing = now.foreignKeys().stream()
                    .filter(each -> each.columns().equals(key.columns()))
                    .findFirst();
            if (standing.filter(each -> leadsTo(each, key)).isPresent()) {
                standing.filter(each -> isDefined(key) && !each.options().equals(key.options()))
                        .ifPresent(each -> differences.add(new ClauseDifference.OtherForeignKey(now, each, key)));
                continue;
            }
            standing.ifPresent(each -> differences.add(new ModelDifference.LostForeignKey(now, each)));
            differences.add(new ModelDifference.NewForeignKey(now, key));
        }
        now.foreignKeys().stream()
                .filter(key -> wanted.foreignKeys().stream()
                        .noneMatch(each -> each.columns().equals(key.columns())))
                .filter(key -> key.columns().stream()
                        .allMatch(column -> wanted.column(column).isPresent()))
                .filter(key -> isLeft(key.columns()))
                .forEach(key -> differences.add(new LostClause.SpareForeignKey(now, key)));
    }

    /// Whether it stands in a definition, which says all that there is to say of it.
    private boolean isDefined(TableDefinition.ForeignKey key) {
        return key.columns().size() == 1
                && !entity.column(key.columns().getFirst())
                        .map(EntityTable.Column::references)
                        .orElse("")
                        .isEmpty();
    }

    private static boolean leadsTo(TableDefinition.ForeignKey one, TableDefinition.ForeignKey other) {
        return one.target().equals(other.target())
                && one.targetSchema().equals(other.targetSchema())
                && one.targetColumns().equals(other.targetColumns());
    }

    private void compareIndexes() {
        for (EntityTable.Index index : entity.indexes()) {
            boolean there = index.unique() ? now.isUnique(index.columns()) : isPlainlyIndexed(index.columns());
            if (!there) {
                differences.add(new ModelDifference.NewIndex(now, index.columns(), index.unique(), index.name()));
            }
        }
        wanted.keys().stream()
                .filter(key -> !key.primary() && !now.isUnique(key.columns()))
                .filter(key -> entity.indexes().stream()
                        .noneMatch(index -> index.unique() && index.columns().equals(key.columns())))
                .forEach(key -> differences.add(new ModelDifference.NewIndex(now, key.columns(), true, key.name())));
        for (TableDefinition.ForeignKey key : wanted.foreignKeys()) {
            if (!now.isIndexed(key.columns()) && !wanted.isIndexed(key.columns())) {
                differences.add(new ModelDifference.NewIndex(now, key.columns(), false, null));
            }
        }
        now.indexes().stream()
                .filter(TableDefinition.Index::plain)
                .filter(index -> isLeft(index.columns()) && !isAskedFor(index) && !servesForeignKey(index))
                .forEach(index -> differences.add(new ModelDifference.LostIndex(now, index)));
    }

    private boolean isPlainlyIndexed(List<String> columns) {
        return now.keys().stream().anyMatch(key -> key.columns().equals(columns))
                || now.indexes().stream()
                        .anyMatch(index -> index.plain() && index.columns().equals(columns));
    }

    private boolean isAskedFor(TableDefinition.Index index) {
        return index.unique()
                ? wanted.isUnique(index.columns())
                : entity.indexes().stream().anyMatch(each -> each.columns().equals(index.columns()));
    }

    private boolean servesForeignKey(TableDefinition.Index index) {
        return !index.unique() && (leads(now, index.columns()) || leads(wanted, index.columns()));
    }

    private static boolean leads(TableDefinition table, List<String> columns) {
        return table.foreignKeys().stream()
                .map(TableDefinition.ForeignKey::columns)
                .anyMatch(key -> key.size() <= columns.size()
                        && columns.subList(0, key.size()).equals(key));
    }

    private boolean isLeft(List<String> columns) {
        return columns.stream().noneMatch(lost::contains)
                && columns.stream().noneMatch(column -> kept.column(now.label(), column));
    }
}
