package dev.slipway.runner.engine.status;

import dev.slipway.runner.model.Version;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every script and every history row that stands, in order.
public record HistoryResult(String database, List<Version> position, List<Entry> entries) {
    /// What became of a script.
    public enum State {
        APPLIED,
        BASELINE,
        FAILED,
        PENDING,
        CHANGED,
        MISSING
    }

    /// @param installedOn null if it was not applied
    /// @param milliseconds how long it ran, or null if it was not applied
    public record Entry(
            String label,
            String description,
            State state,
            @Nullable LocalDateTime installedOn,
            @Nullable String installedBy,
            @Nullable Integer milliseconds) {}

    public HistoryResult {
        entries = List.copyOf(entries);
    }
}
