package dev.slipway.runner.engine.batch;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.failure.ConnectionLost;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.Overtaken;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.postgres.batch.BatchFailed;
import dev.slipway.runner.postgres.sql.ServerErrors;
import org.jspecify.annotations.Nullable;

/// Tells apart why a batch was not done.
record BatchFault(BatchRequest request) {
    /// @param rows how many rows the batches before changed
    SlipwayException of(BatchFailed cause, long rows) {
        return new SlipwayException(failure(cause, rows), cause);
    }

    SlipwayException interrupted(long rows) {
        return new SlipwayException(
                new Interrupted(request.progressed(), new ScriptFailed.Rest.Batches(rows).text(request.label())));
    }

    private Failure failure(BatchFailed cause, long rows) {
        ScriptFailed.Rest rest = new ScriptFailed.Rest.Batches(rows);
        ServerError error = ServerErrors.of(cause.refusal());
        if (Thread.currentThread().isInterrupted()) {
            return new Interrupted(request.progressed(), rest.text(request.label()));
        }
        if (error.isConnectionLost()) {
            return new ConnectionLost(request.label(), error.message(), request.progressed(), rest);
        }
        if (cause.phase() == BatchFailed.Phase.CHECKPOINT) {
            return new Overtaken(request.label() + " ran", request.progressed(), rest.text(request.label()));
        }
        return new ScriptFailed(
                request.script().file().fileName(),
                request.label(),
                place(cause.phase(), error),
                error,
                request.progressed(),
                rest);
    }

    private @Nullable SourcePlace place(BatchFailed.Phase phase, ServerError error) {
        int position =
                phase == BatchFailed.Phase.STATEMENT ? request.batch().change().position(error.position()) : 0;
        return phase == BatchFailed.Phase.COMMIT
                ? null
                : SourcePlace.of(request.script().file(), request.batch().statement(), position);
    }
}
