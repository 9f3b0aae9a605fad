package dev.slipway.workbench.trace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All relations at one moment of a script.
///
/// @param unlocked a digest of what names relations and their values, and changes without a lock on them
/// @param relations by their object id
/// @param indexes by the object id of their table
record CatalogSnapshot(String unlocked, Map<Long, Relation> relations, Map<Long, List<Relation>> indexes) {
    static CatalogSnapshot of(String unlocked, Collection<Relation> relations) {
        return new CatalogSnapshot(
                unlocked,
                relations.stream().collect(Collectors.toMap(Relation::oid, relation -> relation)),
                relations.stream()
                        .filter(Relation::isIndex)
                        .collect(Collectors.groupingBy(
                                relation -> relation.index().table())));
    }

    Optional<Relation> find(long oid) {
        return Optional.ofNullable(relations.get(oid));
    }

    boolean has(long oid) {
        return relations.containsKey(oid);
    }

    Stream<Relation> indexesOf(long table) {
        return indexes.getOrDefault(table, List.of()).stream();
    }
}
