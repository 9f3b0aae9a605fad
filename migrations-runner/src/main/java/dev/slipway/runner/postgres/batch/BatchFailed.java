package dev.slipway.runner.postgres.batch;

import java.sql.SQLException;

/// A batch was rolled back.
public final class BatchFailed extends Exception {
    private static final long serialVersionUID = 1;

    /// What was under way.
    public enum Phase {
        /// The statement of the script.
        STATEMENT,
        /// What Slipway asks around it.
        QUESTION,
        COMMIT,
        /// The checkpoint, which another has moved, or which is gone since the script was taken back.
        CHECKPOINT
    }

    private final Phase phase;
    private final SQLException refusal;

    BatchFailed(SQLException refusal, Phase phase) {
        super(refusal.getMessage(), refusal);
        this.refusal = refusal;
        this.phase = phase;
    }

    static BatchFailed overtaken() {
        return new BatchFailed(new SQLException("another came in between"), Phase.CHECKPOINT);
    }

    public Phase phase() {
        return phase;
    }

    public SQLException refusal() {
        return refusal;
    }
}
