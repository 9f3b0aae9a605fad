package dev.slipway.workbench.trace;

import java.util.Map;

/// What one look at the catalog says of a moment, before anything is read of the relations themselves.
///
/// @param lastName the greatest object id that a schema or type had before the script
/// @param lastRelation the greatest object id that a relation had before the script
/// @param nextCommand the number that PostgreSQL gives the next command of the transaction, or less
/// @param transaction when it began
/// @param writing whether the transaction has written anything
/// @param names a digest of what names relations and their values and changes without a lock on them
/// @param scansOfNew how often this transaction began to read what the script made
/// @param touched the relations that may have changed since the moment before, with the names of the locks on them
record CatalogMoment(
        long lastName,
        long lastRelation,
        long nextCommand,
        String transaction,
        boolean writing,
        String names,
        long scansOfNew,
        Map<Long, String> touched) {
    /// Whether the transaction has done nothing yet.
    boolean isFresh() {
        return !writing && touched.isEmpty();
    }

    boolean hasNamesOf(CatalogMoment other) {
        return names.equals(other.names);
    }

    /// Whether it is one of the same transaction, and all names are as they were.
    boolean follows(CatalogMoment before) {
        return transaction.equals(before.transaction) && hasNamesOf(before);
    }

    /// The same where everything was read: what the transaction has written is looked at once more.
    CatalogMoment whole() {
        return new CatalogMoment(lastName, lastRelation, 0, transaction, writing, names, scansOfNew, touched);
    }
}
