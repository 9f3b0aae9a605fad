package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.model.failure.SlipwayException;
import java.sql.SQLException;

/// Decides whether a script that ran may count as run.
public interface StepGuard {
    /// Lets everything pass.
    StepGuard NONE = new StepGuard() {
        @Override
        public void check(Work work, Progressed progressed) {}

        @Override
        public void passed(Work work) {}
    };

    /// Looks at the database after the last statement, in the transaction that writes the history row.
    ///
    /// @throws SlipwayException to have it rolled back
    void check(Work work, Progressed progressed) throws SQLException;

    /// The script and its history row are committed.
    void passed(Work work);
}
