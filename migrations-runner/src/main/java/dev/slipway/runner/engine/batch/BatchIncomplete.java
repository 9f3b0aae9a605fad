package dev.slipway.runner.engine.batch;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.model.failure.RunProgress;

/// A revision that older services cannot run on has to wait for a large change of data below it.
///
/// @param label of the revision
/// @param batch how far that change came
public record BatchIncomplete(String label, Checkpoint batch, RunProgress progressed) implements BatchFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return batch.isComplete()
                ? "%s (compat: contract) is refused: there are rows again that %s (%s) has to change"
                        .formatted(label, batch.version(), batch.script())
                : "%s (compat: contract) is refused: %s (%s) is not complete, %d %% with %d rows changed"
                        .formatted(label, batch.version(), batch.script(), batch.share(), batch.rows());
    }

    @Override
    public String state() {
        return progressed.text();
    }

    @Override
    public String help() {
        String first = batch.isComplete()
                ? "end what still writes such rows, run `batch`, which changes them, and then `upgrade` again"
                : "run `batch`, or wait for the one that runs, and then run `upgrade` again";
        return "%s; `batch --abandon %s` gives up what is left".formatted(first, batch.version());
    }
}
