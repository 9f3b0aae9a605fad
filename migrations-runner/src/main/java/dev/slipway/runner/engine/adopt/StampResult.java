package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a stamp recorded.
///
/// @param from the position before, or null if nothing had been recorded
/// @param recorded the revisions that were recorded now
public record StampResult(String database, @Nullable Version from, Version to, List<Version> recorded) {
    public StampResult {
        recorded = List.copyOf(recorded);
    }
}
