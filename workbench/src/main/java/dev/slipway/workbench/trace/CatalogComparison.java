package dev.slipway.workbench.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a statement changed in the catalog of relations that stood before its script.
///
/// @param first the moment before the first statement of the script
/// @param last the moment after the last statement of the script
record CatalogComparison(TracedStatement watched, CatalogSnapshot first, CatalogSnapshot last) {
    List<CatalogChange> changes() {
        List<CatalogChange> changes = new ArrayList<>();
        watched.after()
                .changedSince(watched.before())
                .filter(relation -> !relation.isIndex() && first.has(relation.oid()))
                .sorted(Comparator.comparing(Relation::name))
                .forEach(was -> watched.after()
                        .find(was.oid())
                        .ifPresentOrElse(now -> compare(changes, was, now), () -> dropped(changes, was)));
        addForeignKeys(changes);
        return changes;
    }

    private void compare(List<CatalogChange> changes, Relation was, Relation now) {
        if (!was.name().equals(now.name()) && isFirstName(was)) {
            replacement(was)
                    .ifPresentOrElse(
                            other ->
                                    addMissing(changes, first.find(was.oid()).orElse(was), other, last.find(was.oid())),
                            () -> changes.add(
                                    new CatalogChange.Renamed(was.name(), was.shortName(), was.kind(), now.name())));
        }
        addColumns(changes, was, now);
        changes.addAll(new TracedIndexes(watched, first, was, now).changes());
        now.constraints().forEach((name, constraint) -> addConstraint(changes, was, name, constraint));
        addTriggers(changes, was, now);
    }

    private void addColumns(List<CatalogChange> changes, Relation was, Relation now) {
        Relation before = first.find(was.oid()).orElse(was);
        Relation after = last.find(was.oid()).orElse(now);
        Relation named = was.columns().equals(now.columns()) || before.name().equals(after.name())
                ? after
                : replacement(before).orElse(after);
        changes.addAll(new TracedColumns(before, was, now, after, named).changes());
        changes.addAll(new ResultTypes(before, was, now, after).changes());
    }

    private boolean isFirstName(Relation was) {
        return first.find(was.oid())
                .filter(relation -> relation.name().equals(was.name()))
                .isPresent();
    }

    /// A view that is made again was only in the way of something; a table that is made again is empty.
    private void dropped(List<CatalogChange> changes, Relation was) {
        Optional<Relation> replacement = replacement(was);
        if (was.kind() == RelationKind.TABLE || replacement.isEmpty()) {
            changes.add(new CatalogChange.Dropped(was.name(), was.shortName(), was.kind()));
        } else {
            changes.addAll(new ResultTypes(was, was, replacement.get(), replacement.get()).changes());
            addMissing(changes, first.find(was.oid()).orElse(was), replacement.get(), Optional.of(was));
        }
    }

    /// The columns that who knows a relation by its name finds no more under it.
    ///
    /// @param other what has the name when the script is done
    /// @param left the relation as the script leaves it: what it takes away itself is told where it does
    private static void addMissing(List<CatalogChange> changes, Relation was, Relation other, Optional<Relation> left) {
        was.columns().values().stream()
                .map(Relation.Column::name)
                .filter(column -> !other.hasColumn(column)
                        && left.filter(relation -> relation.hasColumn(column)).isPresent())
                .forEach(column -> changes.add(new CatalogChange.ColumnDropped(was.name(), was.shortName(), column)));
    }

    /// What else has the name when the script is done.
    private Optional<Relation> replacement(Relation was) {
        return last.relations().values().stream()
                .filter(relation -> !relation.isIndex() && relation.name().equals(was.name()))
                .findFirst();
    }

    private void addConstraint(List<CatalogChange> changes, Relation was, String name, Relation.Constraint constraint) {
        Relation.Constraint former = was.constraints().get(name);
        if (former != null) {
            if (!former.validated() && constraint.validated()) {
                changes.add(new CatalogChange.ConstraintValidated(was.name(), name, constraint.kind()));
            }
        } else if (isNew(was, name, constraint)) {
            boolean builds = constraint.kind() != ConstraintKind.FOREIGN_KEY
                    && constraint.index() != 0
                    && !watched.before().has(constraint.index());
            changes.add(new CatalogChange.ConstraintAdded(
                    was.name(), name, constraint.kind(), constraint.validated(), builds));
        }
    }

    private void addTriggers(List<CatalogChange> changes, Relation was, Relation now) {
        Map<String, Boolean> atLast =
                last.find(now.oid()).map(Relation::disabled).orElse(Map.of());
        List<String> disabled = now.disabled().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(name -> !was.disabled().getOrDefault(name, true) && atLast.getOrDefault(name, false))
                .toList();
        if (!disabled.isEmpty()) {
            changes.add(new CatalogChange.TriggersDisabled(was.name(), disabled));
        }
    }

    /// Rows are looked for by a foreign key whenever those that they refer to are deleted, whoever made the table.
    private void addForeignKeys(List<CatalogChange> changes) {
        watched.after()
                .changed()
                .sorted(Comparator.comparing(Relation::name))
                .forEach(now -> now.constraints().forEach((name, constraint) -> {
                    if (constraint.kind() == ConstraintKind.FOREIGN_KEY
                            && isNew(now.oid(), name, constraint)
                            && staysUnindexed(now.oid(), constraint)) {
                        changes.add(new CatalogChange.ForeignKeyUnindexed(now.name(), name, constraint.columns()));
                    }
                }));
    }

    private boolean isNew(long table, String name, Relation.Constraint constraint) {
        return watched.before()
                .find(table)
                .map(was -> isNew(was, name, constraint))
                .orElse(true);
    }

    /// Neither renamed nor, as ALTER TABLE ... ALTER COLUMN ... TYPE does it, made again.
    private static boolean isNew(Relation was, String name, Relation.Constraint constraint) {
        return !was.constraints().containsKey(name)
                && was.constraints().values().stream().noneMatch(other -> other.oid() == constraint.oid());
    }

    private boolean staysUnindexed(long table, Relation.Constraint constraint) {
        return last.find(table).stream()
                .flatMap(relation -> relation.constraints().values().stream())
                .anyMatch(atLast -> atLast.oid() == constraint.oid() && !atLast.indexed());
    }
}
