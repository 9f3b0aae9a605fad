package dev.slipway.runner.engine.batch;

import dev.slipway.runner.model.Version;
import java.util.List;

/// What was gone on with.
///
/// @param database without secrets
public record PendingBatchesResult(String database, List<Completed> completed) {
    public PendingBatchesResult {
        completed = List.copyOf(completed);
    }

    /// A script of which all rows are changed.
    ///
    /// @param rows how many all runs changed
    public record Completed(Version version, String script, long rows) {}
}
