package dev.slipway.workbench.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What became of the indexes of a table that came with no constraint and belong to no partition of their own.
///
/// ALTER TABLE ... ALTER COLUMN ... TYPE and REINDEX CONCURRENTLY put another index in the place of the old one, so an
/// index is known by its name as well.
record TracedIndexes(TracedStatement watched, CatalogSnapshot first, Relation was, Relation now) {
    List<CatalogChange> changes() {
        List<CatalogChange> changes = new ArrayList<>();
        boolean online = watched.way() == TracedStatement.Way.ALONE;
        own(watched.after())
                .filter(index -> former(index).isEmpty())
                .forEach(index -> changes.add(new CatalogChange.IndexAdded(was.name(), index.name(), online)));
        own(watched.before())
                .filter(index -> first.has(index.oid()) && later(index).isEmpty() && !losesColumns())
                .forEach(index -> changes.add(new CatalogChange.IndexDropped(was.name(), index.name(), online)));
        if (was.file() == now.file()) {
            watched.before()
                    .indexesOf(was.oid())
                    .sorted(Comparator.comparing(Relation::name))
                    .filter(index -> first.has(index.oid()) && isRebuilt(index))
                    .forEach(index -> changes.add(new CatalogChange.IndexRebuilt(was.name(), index.name())));
        }
        return changes;
    }

    private Stream<Relation> own(CatalogSnapshot moment) {
        return moment.indexesOf(was.oid())
                .filter(index -> !index.index().ofConstraint() && !index.partition())
                .sorted(Comparator.comparing(Relation::name));
    }

    private Optional<Relation> former(Relation index) {
        return same(watched.before(), index);
    }

    private Optional<Relation> later(Relation index) {
        return same(watched.after(), index);
    }

    private Optional<Relation> same(CatalogSnapshot moment, Relation index) {
        return moment.indexesOf(was.oid())
                .filter(other -> other.oid() == index.oid() || other.name().equals(index.name()))
                .findFirst();
    }

    /// REINDEX keeps the index and gives it another file; with CONCURRENTLY it is another index.
    private boolean isRebuilt(Relation index) {
        return later(index)
                .filter(other -> other.file() != index.file())
                .filter(other -> watched.seen() || other.oid() == index.oid())
                .isPresent();
    }

    /// With a column go the indexes on it.
    private boolean losesColumns() {
        return !now.columns().keySet().containsAll(was.columns().keySet());
    }
}
