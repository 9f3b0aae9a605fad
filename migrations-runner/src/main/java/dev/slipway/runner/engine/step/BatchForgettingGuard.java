package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.batch.BatchTable;

/// Forgets how far a script came in batches, in the transaction that takes it back.
public record BatchForgettingGuard(BatchTable table) implements StepGuard {
    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public void write(ResumableStep resumable, RunProgress progressed) throws StatementFailed {
        if (resumable.step().script() instanceof Script.Undo undo) {
            StatementFailed.ending(() -> table.forget(undo.version()));
        }
    }
}
