package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;

/// A statement that does no harm if it runs once more, such as VACUUM; or one that only its author knows, such as a
/// CALL that commits.
///
/// @param forgetsSession whether it takes from the session what was set in it
public record RepeatableStatement(boolean forgetsSession) implements NonTransactionalStatement {
    static final RepeatableStatement ONE = new RepeatableStatement(false);

    @Override
    public int standing(Session session) {
        return 0;
    }

    @Override
    public RecoveryResult mend(Session session, int stood) {
        return RecoveryResult.NOTHING;
    }

    @Override
    public boolean waits() {
        return false;
    }
}
