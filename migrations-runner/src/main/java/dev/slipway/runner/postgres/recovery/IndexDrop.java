package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.StatementWords;
import java.sql.SQLException;
import java.util.Optional;

/// `DROP INDEX CONCURRENTLY`, which leaves an invalid index when it does not come to its end, and drops that when it
/// runs again.
///
/// @param name as it stands
public record IndexDrop(String name) implements NonTransactionalStatement {
    static Optional<NonTransactionalStatement> read(StatementWords words) {
        if (!words.pass("index", "concurrently")) {
            return Optional.empty();
        }
        words.pass("if", "exists");
        return Optional.of(
                words.name().<NonTransactionalStatement>map(IndexDrop::new).orElse(RepeatableStatement.ONE));
    }

    /// Whether it is there.
    @Override
    public int standing(Session session) throws SQLException {
        return CatalogRows.number(session, "relation.sql", name);
    }

    @Override
    public RecoveryResult mend(Session session, int stood) throws SQLException {
        return stood == 1 && standing(session) == 0
                ? RecoveryResult.done("the index %s had been dropped".formatted(name))
                : RecoveryResult.NOTHING;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
