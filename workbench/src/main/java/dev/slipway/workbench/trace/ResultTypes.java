package dev.slipway.workbench.trace;

import dev.slipway.workbench.trace.CatalogChange.ResultTypeChanged;
import java.util.List;
import java.util.Optional;

/// Which names of columns give another type from a statement on, as seen by those who name columns in their queries.
/// Columns that come from a parent are the parent's.
///
/// @param first the relation before the first statement of the script
/// @param last the relation after the last statement of the script, or the one that has its name then
record ResultTypes(Relation first, Relation was, Relation now, Relation last) {
    List<CatalogChange> changes() {
        return first.columns().values().stream()
                .filter(former -> !former.inherited() && other(was, former).isEmpty())
                .flatMap(former -> other(now, former)
                        .filter(_ -> other(last, former).isPresent())
                        .map(column -> change(former, column))
                        .stream())
                .toList();
    }

    private CatalogChange change(Relation.Column former, Relation.Column column) {
        return new ResultTypeChanged(first.name(), former.name(), former.type(), column.type());
    }

    /// The column that has the name of a former one, if its type is another.
    private static Optional<Relation.Column> other(Relation relation, Relation.Column former) {
        return relation.columns().values().stream()
                .filter(column ->
                        column.name().equals(former.name()) && !column.result().equals(former.result()))
                .findFirst();
    }
}
