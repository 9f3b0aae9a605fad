package dev.slipway.runner.command;

import dev.slipway.runner.engine.batch.AbandonmentResult;
import dev.slipway.runner.engine.batch.PendingBatchesResult;
import dev.slipway.runner.model.Version;

final class BatchText {
    private BatchText() {}

    static String of(AbandonmentResult result) {
        return result.abandoned()
                ? "abandoned: %s (%s) in %s, with %d rows changed (%d %%)"
                        .formatted(result.version(), result.script(), result.database(), result.rows(), result.share())
                : "nothing to do: nothing is left of %s (%s) in %s"
                        .formatted(result.version(), result.script(), result.database());
    }

    /// The same words for all tenants of which the same is to be said.
    static String outcome(AbandonmentResult result) {
        return result.abandoned()
                ? "abandoned %s".formatted(result.version())
                : "nothing is left of %s".formatted(result.version());
    }

    /// The same words for all tenants of which the same is to be said.
    static String outcome(PendingBatchesResult result) {
        return result.completed().isEmpty() ? "nothing to do" : "complete: %s".formatted(versions(result));
    }

    static String of(PendingBatchesResult result) {
        return result.completed().isEmpty()
                ? "nothing to do: %s has begun no change of data that is left; `upgrade --background-batches` begins one"
                        .formatted(result.database())
                : "complete: %s in %s".formatted(versions(result), result.database());
    }

    private static String versions(PendingBatchesResult result) {
        return Version.list(result.completed().stream()
                .map(PendingBatchesResult.Completed::version)
                .toList());
    }
}
