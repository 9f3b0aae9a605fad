package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.Version;
import java.util.List;

/// What a stamp recorded.
///
/// @param from the position before
/// @param to the position after
/// @param recorded the revisions that were recorded now
/// @param forgotten the revisions that count as applied no longer
public record StampResult(
        String database, List<Version> from, List<Version> to, List<Version> recorded, List<Version> forgotten) {
    public StampResult {
        from = List.copyOf(from);
        to = List.copyOf(to);
        recorded = List.copyOf(recorded);
        forgotten = List.copyOf(forgotten);
    }
}
