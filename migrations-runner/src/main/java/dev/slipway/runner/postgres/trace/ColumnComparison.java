package dev.slipway.runner.postgres.trace;

import java.util.ArrayList;
import java.util.List;

/// What became of the columns of a relation. Columns that come from a parent are the parent's.
record ColumnComparison(Relation was, Relation now) {
    List<CatalogChange> changes() {
        List<CatalogChange> changes = new ArrayList<>();
        was.columns().forEach((number, former) -> {
            Relation.Column column = now.columns().get(number);
            if (former.inherited()) {
                return;
            }
            if (column == null) {
                changes.add(new CatalogChange.ColumnDropped(was.name(), was.shortName(), former.name()));
            } else {
                compare(changes, former, column);
            }
        });
        now.columns().forEach((number, column) -> {
            if (!was.columns().containsKey(number) && !column.inherited()) {
                changes.add(new CatalogChange.ColumnAdded(
                        was.name(), column.name(), column.filled() && !column.generated(), column.generated()));
            }
        });
        return changes;
    }

    private void compare(List<CatalogChange> changes, Relation.Column former, Relation.Column column) {
        if (!former.name().equals(column.name())) {
            changes.add(new CatalogChange.ColumnRenamed(was.name(), was.shortName(), former.name(), column.name()));
        }
        if (!former.type().equals(column.type()) || former.collation() != column.collation()) {
            changes.add(new CatalogChange.TypeChanged(was.name(), column.name(), former.type(), column.type()));
        }
        if (!former.notNull() && column.notNull()) {
            changes.add(new CatalogChange.NotNullSet(was.name(), column.name()));
        }
    }
}
