package dev.slipway.workbench.trace;

import dev.slipway.runner.model.LockMode;
import dev.slipway.workbench.trace.ScriptTrace.File;
import dev.slipway.workbench.trace.ScriptTrace.Reading;
import dev.slipway.workbench.trace.ScriptTrace.Rows;
import dev.slipway.workbench.trace.ScriptTrace.Touched;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What a statement did with locks and rows.
///
/// Nothing here depends on how many rows there are: PostgreSQL counts a scan when it begins, and gives a table that it
/// rewrites another file, both also when it is empty.
///
/// @param first the moment before the first statement of the script
/// @param changes what the statement did in the catalog
record TracedRows(TracedStatement watched, CatalogSnapshot first, List<CatalogChange> changes) {
    List<Touched> touched() {
        return watched.after()
                .changedSince(watched.before())
                .filter(relation -> !relation.isIndex() && first.has(relation.oid()))
                .map(this::touched)
                .filter(touched -> touched.lock() != null
                        || touched.file() != File.KEPT
                        || touched.reading() != Reading.NONE
                        || touched.rows() != Rows.NOT_WRITTEN)
                .sorted(Comparator.comparing(Touched::relation))
                .toList();
    }

    private Touched touched(Relation relation) {
        Rows rows = rows(relation);
        boolean scanned = scanned(relation) || reads(relation) || rows == Rows.MANY;
        return new Touched(
                relation.name(),
                relation.kind(),
                watched.before().find(relation.root()).orElse(relation).name(),
                newLocks(relation).stream().max(Comparator.naturalOrder()).orElse(null),
                file(relation),
                scanned ? Reading.WHOLE : looked(relation) ? Reading.BY_KEY : Reading.NONE,
                rows);
    }

    /// What is not seen is derived: only under ACCESS EXCLUSIVE is a table dropped or given another file.
    private Set<LockMode> newLocks(Relation relation) {
        if (file(relation) == File.DROPPED || (!watched.seen() && file(relation) != File.KEPT)) {
            return EnumSet.of(LockMode.ACCESS_EXCLUSIVE);
        }
        Set<LockMode> locks = EnumSet.noneOf(LockMode.class);
        if (watched.seen()) {
            locks.addAll(now(relation).locks());
            locks.removeAll(relation.locks());
        }
        return locks;
    }

    /// Each index that is built anew reads the table once, also after TRUNCATE; a copy reads it once more.
    private File file(Relation relation) {
        if (!watched.after().has(relation.oid())) {
            return File.DROPPED;
        }
        Relation now = now(relation);
        if (now.file() == relation.file()) {
            return File.KEPT;
        }
        boolean copied = !watched.seen()
                || now.kind() != RelationKind.TABLE
                || now.tablespace() != relation.tablespace()
                || indexes(relation, _ -> true)
                || now.scans() - relation.scans()
                        > watched.after().indexesOf(relation.oid()).count();
        return copied ? File.REWRITTEN : File.EMPTIED;
    }

    /// Whoever reads takes ACCESS SHARE or ROW SHARE, also from a table that a join then need not look at, because the
    /// other one is empty. Where nothing was looked at, a table was only named, as in the definition of a view.
    private boolean reads(Relation relation) {
        Set<LockMode> locks = newLocks(relation);
        return (locks.contains(LockMode.ROW_SHARE) || locks.equals(EnumSet.of(LockMode.ACCESS_SHARE)))
                && !looked(relation)
                && (readsNew() || watched.after().changed().anyMatch(this::isRead));
    }

    private boolean readsNew() {
        return watched.seen()
                && watched.after().moment().scansOfNew()
                        > watched.before().moment().scansOfNew();
    }

    private boolean isRead(Relation now) {
        return watched.seen()
                && now.scans()
                        > watched.before().find(now.oid()).map(Relation::scans).orElse(0L);
    }

    private boolean scanned(Relation relation) {
        return began(relation) || indexes(relation, index -> !index.index().unique());
    }

    private boolean looked(Relation relation) {
        return indexes(relation, index -> index.index().unique());
    }

    private boolean indexes(Relation relation, Predicate<Relation> which) {
        return watched.before().indexesOf(relation.oid()).filter(which).anyMatch(this::began);
    }

    private boolean began(Relation relation) {
        return watched.seen() && now(relation).scans() > relation.scans();
    }

    private Relation now(Relation relation) {
        return watched.after().find(relation.oid()).orElse(relation);
    }

    private Rows rows(Relation relation) {
        if (relation.kind() != RelationKind.TABLE || !watched.seen() || !writes(relation)) {
            return Rows.NOT_WRITTEN;
        }
        boolean scanned = family(relation, this::scanned);
        boolean few = family(relation, this::inserted) || family(relation, this::looked);
        return scanned || !few || readsAnother(relation) ? Rows.MANY : Rows.FEW;
    }

    /// Whoever writes takes ROW EXCLUSIVE; a transaction that has it already is known by what it reads without taking
    /// the lock of a reader or that of a change of the table.
    private boolean writes(Relation relation) {
        Set<LockMode> locks = newLocks(relation);
        boolean again = relation.locks().contains(LockMode.ROW_EXCLUSIVE)
                && locks.isEmpty()
                && (scanned(relation) || looked(relation))
                && changes.stream().noneMatch(change -> change.table().equals(relation.name()));
        return locks.contains(LockMode.ROW_EXCLUSIVE) || inserted(relation) || again;
    }

    private boolean inserted(Relation relation) {
        return now(relation).inserted() > relation.inserted();
    }

    private boolean family(Relation relation, Predicate<Relation> property) {
        return watched.after()
                .changed()
                .filter(member -> !member.isIndex() && member.root() == relation.root())
                .map(member -> watched.before().find(member.oid()).orElse(member))
                .anyMatch(property);
    }

    private boolean readsAnother(Relation relation) {
        return watched.after()
                .changedSince(watched.before())
                .filter(other -> !other.isIndex() && other.root() != relation.root())
                .filter(other -> first.has(other.oid()))
                .anyMatch(this::scanned);
    }
}
