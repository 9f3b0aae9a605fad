package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.StatementWords;
import java.sql.SQLException;
import java.sql.Statement;

/// `ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY`, which leaves a pending detachment when it does not come to its
/// end. At its end it locks the partition against everybody, so it is bounded as other statements are.
///
/// @param table as it stands
/// @param partition as it stands
public record Detachment(String table, String partition) implements NonTransactionalStatement {
    private static final int PENDING = 1;
    private static final int DETACHED = 2;

    static NonTransactionalStatement read(StatementWords words) {
        words.pass("if", "exists");
        words.pass("only");
        String table = words.name().orElse("");
        boolean detaches = words.pass("detach", "partition");
        String partition = words.name().orElse("");
        return detaches && !partition.isEmpty() ? new Detachment(table, partition) : RepeatableStatement.ONE;
    }

    @Override
    public int standing(Session session) throws SQLException {
        return CatalogRows.number(session, "partition.sql", table, partition);
    }

    @Override
    public RecoveryResult mend(Session session, int stood) throws SQLException {
        int standing = standing(session);
        if (standing == stood || standing < PENDING) {
            return RecoveryResult.NOTHING;
        }
        if (standing == DETACHED) {
            return RecoveryResult.done("the partition %s had been detached".formatted(partition));
        }
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("alter table %s detach partition %s finalize".formatted(table, partition));
        }
        return RecoveryResult.done("the pending detachment of %s was finalized".formatted(partition));
    }

    @Override
    public boolean waits() {
        return false;
    }
}
