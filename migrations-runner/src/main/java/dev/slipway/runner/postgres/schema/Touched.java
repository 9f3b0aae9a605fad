package dev.slipway.runner.postgres.schema;

import static java.util.stream.Collectors.toSet;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/// What the open transaction can have changed.
///
/// @param relations those it has locked
/// @param catalogs the tables of the catalog in which the server wrote rows
/// @param related whether one of the relations is a view, or has triggers, rules or policies
record Touched(Set<Long> relations, Set<String> catalogs, boolean related) {
    /// The relation that stands for the catalog, which somebody wrote to.
    private static final long CATALOG = 0;

    /// @param rows the second columns of `touched.sql` by the first
    static Touched of(Map<String, Set<String>> rows) {
        return new Touched(
                rows.getOrDefault("relation", Set.of()).stream()
                        .map(Long::valueOf)
                        .collect(toSet()),
                rows.getOrDefault("catalog", Set.of()),
                rows.containsKey("related"));
    }

    boolean isNothing() {
        return relations.isEmpty() && catalogs.isEmpty();
    }

    boolean isAnything() {
        return relations.contains(CATALOG);
    }

    boolean isWrittenTo(Set<String> some) {
        return !Collections.disjoint(catalogs, some);
    }
}
