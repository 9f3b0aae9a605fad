package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.postgres.apply.Ending;

/// Decides whether a script that ran may count as run.
public interface StepGuard {
    /// Lets everything pass.
    StepGuard NONE = new StepGuard() {
        @Override
        public Ending.Check check(Work work, Progressed progressed) {
            return Ending.Check.NONE;
        }

        @Override
        public void passed(Work work) {}
    };

    /// Looks at the database after the last statement, in the transaction that writes the history row.
    Ending.Check check(Work work, Progressed progressed);

    /// The script and its history row are committed.
    void passed(Work work);
}
