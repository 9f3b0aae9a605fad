package dev.slipway.workbench.trace;

import dev.slipway.runner.model.script.Statement;

/// A statement between two moments.
///
/// @param way how it ran
record TracedStatement(Statement statement, int transaction, CatalogSnapshot before, CatalogSnapshot after, Way way) {
    enum Way {
        /// Its locks were seen.
        IN_TRANSACTION,
        /// It commits while it runs, so its locks are gone when it ends.
        COMMITTING,
        /// PostgreSQL refuses it in a transaction block, as it does with CREATE INDEX CONCURRENTLY.
        ALONE
    }

    boolean seen() {
        return way == Way.IN_TRANSACTION;
    }
}
