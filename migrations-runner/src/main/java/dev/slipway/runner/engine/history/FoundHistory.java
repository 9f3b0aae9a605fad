package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.history.History;
import dev.slipway.runner.postgres.history.HistoryPlace;
import java.util.Optional;

/// Where a database keeps its history, and what stands in it.
///
/// @param found nothing if there is none yet: it will be made in that place
public record FoundHistory(HistoryPlace place, Optional<History> found) {
    public boolean exists() {
        return found.isPresent();
    }

    /// An empty one if there is none.
    public History history() {
        return found.orElse(History.EMPTY);
    }
}
