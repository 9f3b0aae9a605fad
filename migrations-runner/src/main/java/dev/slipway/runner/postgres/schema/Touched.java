package dev.slipway.runner.postgres.schema;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// What the open transaction can have changed.
///
/// @param relations those it has locked
/// @param catalogs the tables of the catalog in which the server wrote rows
/// @param plain whether the relations have nothing of what few have
/// @param related whether one of the relations is a view, or has triggers, rules or policies
record Touched(Set<Long> relations, Set<String> catalogs, boolean plain, boolean related) {
    /// The relation that stands for the catalog, which somebody wrote to.
    private static final long CATALOG = 0;

    boolean isAnything() {
        return relations.contains(CATALOG);
    }

    boolean isWrittenTo(Set<String> some) {
        return !Collections.disjoint(catalogs, some);
    }

    /// The same with relations that are not known to be plain.
    Touched with(Set<Long> more) {
        if (relations.containsAll(more)) {
            return this;
        }
        Set<Long> all = new HashSet<>(relations);
        all.addAll(more);
        return new Touched(all, catalogs, false, related);
    }
}
