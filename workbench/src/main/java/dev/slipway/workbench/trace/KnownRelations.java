package dev.slipway.workbench.trace;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The relations of a scratch database as the last transaction left them. The next one reads again only
/// what it touches, so that what stands costs it nothing.
///
/// Nobody else changes a scratch database.
public final class KnownRelations {
    /// Null as long as nobody has read them after something ran.
    private @Nullable CatalogSnapshot known;

    /// What a transaction leaves if it commits.
    public record Left(@Nullable CatalogSnapshot relations) {}

    /// The moment before a script, in the open transaction.
    CatalogSnapshot first(Session session) throws SQLException {
        CatalogSnapshot before = known;
        if (before != null) {
            return CatalogSnapshotReader.first(session, before);
        }
        CatalogSnapshot first = CatalogSnapshotReader.first(session);
        if (first.moment().isFresh()) {
            known = first;
        }
        return first;
    }

    /// Looks at what the open transaction has changed, before it ends.
    public Left left(Session session) throws SQLException {
        CatalogSnapshot before = known;
        return new Left(
                before == null
                        ? null
                        : CatalogSnapshotReader.left(session, before)
                                .map(CatalogSnapshot::committed)
                                .orElse(null));
    }

    /// The transaction has committed.
    public void commit(Left left) {
        known = left.relations();
    }

    /// Something else ran.
    public void forget() {
        known = null;
    }
}
