package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.Ending;
import dev.slipway.runner.postgres.batch.BatchTable;

/// Forgets how far a script came in batches, in the transaction that takes it back.
///
/// @param guard what decides
public record ForgettingGuard(StepGuard guard, BatchTable table) implements StepGuard {
    @Override
    public Ending.Check check(Work work, Progressed progressed) {
        Ending.Check check = guard.check(work, progressed);
        return new Ending.Check(check.before(), () -> {
            check.after().run();
            if (work.step().script() instanceof Script.Undo undo) {
                table.forget(undo.version());
            }
        });
    }

    @Override
    public void passed(Work work) {
        guard.passed(work);
    }
}
