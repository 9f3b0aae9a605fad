package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.postgres.apply.StatementFailed;

/// Decides whether a script that ran may count as run, and writes what belongs to its row in the history.
public interface StepGuard {
    /// Lets everything pass.
    StepGuard NONE = new StepGuard() {
        @Override
        public boolean takesPart() {
            return false;
        }
    };

    /// Whether it may do anything in the transaction of a script. If nobody does, that ends in one round trip.
    default boolean takesPart() {
        return true;
    }

    /// The script is about to run.
    default void before(ResumableStep resumable) {}

    /// Looks at the database after the last statement, in the transaction that writes the history row.
    ///
    /// @throws dev.slipway.runner.model.failure.SlipwayException if the script may not count as run
    default void verify(ResumableStep resumable, RunProgress progressed) throws StatementFailed {}

    /// Whether it writes more in that transaction than `statements` can.
    default boolean writes() {
        return false;
    }

    /// Writes it, after the row.
    default void write(ResumableStep resumable, RunProgress progressed) throws StatementFailed {}

    /// Statements, each ending in `; `, that end that transaction.
    default String statements(ResumableStep resumable) {
        return "";
    }

    /// The script and its history row are committed.
    default void passed(ResumableStep resumable) {}
}
