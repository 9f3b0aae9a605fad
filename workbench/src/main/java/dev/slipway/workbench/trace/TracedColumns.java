package dev.slipway.workbench.trace;

import java.util.ArrayList;
import java.util.List;

/// What became of the columns of a relation. Columns that come from a parent are the parent's.
///
/// @param first the relation before the first statement of the script
/// @param last the relation after the last statement of the script
/// @param named what has the name of the first when the script is done: a view of the table, or the last itself
record TracedColumns(Relation first, Relation was, Relation now, Relation last, Relation named) {
    List<CatalogChange> changes() {
        List<CatalogChange> changes = new ArrayList<>();
        was.columns().forEach((number, former) -> {
            Relation.Column column = now.columns().get(number);
            if (former.inherited()) {
                return;
            }
            if (column != null) {
                compare(changes, former, column);
            } else if (isKnown(former) && !(named.oid() != last.oid() && isReplaced(former))) {
                changes.add(new CatalogChange.ColumnDropped(was.name(), was.shortName(), former.name()));
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
        if (!former.name().equals(column.name()) && isKnown(former) && !isReplaced(former)) {
            changes.add(new CatalogChange.ColumnRenamed(was.name(), was.shortName(), former.name(), column.name()));
        }
        if (!former.type().equals(column.type())
                || former.result().collation() != column.result().collation()) {
            changes.add(new CatalogChange.TypeChanged(was.name(), column.name(), former.type(), column.type()));
        }
        List<String> gone = former.labels().stream()
                .filter(label -> !column.labels().contains(label) && loses(former.name(), label))
                .toList();
        if (!column.labels().isEmpty() && !gone.isEmpty()) {
            changes.add(new CatalogChange.ValuesGone(was.name(), column.name(), gone));
        }
        if (!former.notNull() && column.notNull()) {
            changes.add(new CatalogChange.NotNullSet(was.name(), column.name()));
        }
    }

    /// Whether somebody can know the column by this name: what the script itself adds or renames is unknown.
    private boolean isKnown(Relation.Column former) {
        return first.hasColumn(former.name());
    }

    /// Whether a column takes a value before the script, and takes it no more when the script is done.
    private boolean loses(String name, String label) {
        return takes(first, name, label) && !takes(last, name, label);
    }

    private static boolean takes(Relation relation, String name, String label) {
        return relation.columns().values().stream()
                .anyMatch(
                        column -> column.name().equals(name) && column.labels().contains(label));
    }

    /// Whether another column has the name when the script is done.
    private boolean isReplaced(Relation.Column former) {
        return named.hasColumn(former.name());
    }
}
