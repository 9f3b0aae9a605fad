package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.StatementWords;
import java.sql.SQLException;

/// A statement that PostgreSQL runs in no transaction, so that nobody can know by its history row alone whether it came
/// to its end.
public sealed interface NonTransactionalStatement
        permits IndexBuild, IndexDrop, Reindexing, Detachment, ObjectExistence, RepeatableStatement {
    static NonTransactionalStatement of(String sql) {
        StatementWords words = StatementWords.of(sql);
        if (words.pass("create")) {
            return IndexBuild.read(words).orElseGet(() -> ObjectExistence.created(words));
        }
        if (words.pass("drop")) {
            return IndexDrop.read(words).orElseGet(() -> ObjectExistence.dropped(words));
        }
        if (words.pass("reindex")) {
            return Reindexing.read(words);
        }
        if (words.pass("alter", "table")) {
            return Detachment.read(words);
        }
        if (words.pass("commit", "prepared") || words.pass("rollback", "prepared")) {
            return ObjectExistence.ended(words);
        }
        return new RepeatableStatement(words.pass("discard", "all"));
    }

    /// What stands before it is begun, as a number from 0 to 15 that is kept in the history.
    int standing(Session session) throws SQLException;

    /// Mends what a try of it left that did not come to its end.
    ///
    /// @param stood what stood before that
    RecoveryResult mend(Session session, int stood) throws SQLException;

    /// Whether it waits by design for transactions of others, and makes nobody wait meanwhile.
    boolean waits();
}
