package dev.slipway.workbench.trace;

import java.util.Map;

/// What one look at the catalog says of a moment, before anything is read of the relations themselves.
///
/// @param lastName the greatest object id that a schema or type had before the script
/// @param lastRelation the greatest object id that a relation had before the script
/// @param nextCommand the number that PostgreSQL gives the next command of the transaction, or less
/// @param names a digest of the transaction, and of what names relations and their values and changes without a lock on
/// them
/// @param scansOfNew how often this transaction began to read what the script made
/// @param touched the relations that may have changed since the moment before, with the names of the locks on them
record CatalogMoment(
        long lastName, long lastRelation, long nextCommand, String names, long scansOfNew, Map<Long, String> touched) {
    /// The same where everything was read: what the transaction has written is looked at once more.
    CatalogMoment whole() {
        return new CatalogMoment(lastName, lastRelation, 0, names, scansOfNew, touched);
    }
}
