package dev.slipway.runner.engine.batch;

import dev.slipway.runner.engine.plan.Batch;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.model.script.Script;

/// One script to run in batches.
///
/// @param rank of its history row
public record BatchRequest(Script script, Version version, int rank, Batch batch, Progressed progressed) {
    String label() {
        return script.label();
    }

    /// What has to be the same from the first batch to the last.
    String target() {
        return "%s (%s)".formatted(batch.change().table(), String.join(", ", batch.settings().key()));
    }
}
