package dev.slipway.workbench.trace;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// All relations at one moment of a script. What did not change since the moment before is shared with it, so that a
/// script of a thousand statements can be watched.
///
/// @param relations by their object id
/// @param indexes by the object id of their table, and by their own
/// @param read the object ids of those that were read at this moment: the others are as they were at the moment before
record CatalogSnapshot(
        CatalogMoment moment,
        PMap<Long, Relation> relations,
        PMap<Long, PMap<Long, Relation>> indexes,
        Set<Long> read) {
    CatalogSnapshot {
        read = Set.copyOf(read);
    }

    /// The moment before a script.
    static CatalogSnapshot of(CatalogMoment moment, Collection<Relation> relations) {
        return new CatalogSnapshot(moment, HashTreePMap.empty(), HashTreePMap.empty(), Set.of())
                .with(moment, Set.of(), relations);
    }

    /// The next moment.
    ///
    /// @param again the object ids of what was read again
    /// @param found what there is now of it, and what is new
    CatalogSnapshot with(CatalogMoment next, Set<Long> again, Collection<Relation> found) {
        PMap<Long, Relation> all = relations.minusAll(again);
        PMap<Long, PMap<Long, Relation>> byTable = indexes;
        for (Long oid : again) {
            Relation gone = relations.get(oid);
            if (gone != null && gone.isIndex()) {
                byTable = byTable.plus(
                        gone.index().table(), ofTable(byTable, gone).minus(oid));
            }
        }
        Set<Long> read = new HashSet<>(again);
        for (Relation relation : found) {
            read.add(relation.oid());
            all = all.plus(relation.oid(), relation);
            if (relation.isIndex()) {
                byTable = byTable.plus(
                        relation.index().table(), ofTable(byTable, relation).plus(relation.oid(), relation));
            }
        }
        return new CatalogSnapshot(next, all, byTable, read);
    }

    /// The same when the transaction has ended.
    CatalogSnapshot committed() {
        return with(moment, read, changed().map(Relation::committed).toList());
    }

    private static PMap<Long, Relation> ofTable(PMap<Long, PMap<Long, Relation>> indexes, Relation index) {
        return indexes.getOrDefault(index.index().table(), HashTreePMap.empty());
    }

    /// These relations, and the tables of those that are indexes: a table is another without an index that is dropped.
    Set<Long> withTables(Set<Long> oids) {
        Set<Long> all = new HashSet<>(oids);
        oids.stream()
                .flatMap(oid -> find(oid).stream())
                .filter(Relation::isIndex)
                .forEach(index -> all.add(index.index().table()));
        return all;
    }

    Optional<Relation> find(long oid) {
        return Optional.ofNullable(relations.get(oid));
    }

    boolean has(long oid) {
        return relations.containsKey(oid);
    }

    Stream<Relation> indexesOf(long table) {
        return indexes.getOrDefault(table, HashTreePMap.empty()).values().stream();
    }

    /// Those that were read at this moment, as they are now.
    Stream<Relation> changed() {
        return read.stream().flatMap(oid -> find(oid).stream());
    }

    /// Those that were read at this moment, as they were at another.
    Stream<Relation> changedSince(CatalogSnapshot before) {
        return read.stream().flatMap(oid -> before.find(oid).stream());
    }
}
