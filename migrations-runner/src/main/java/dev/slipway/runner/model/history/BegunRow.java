package dev.slipway.runner.model.history;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What a script under way has left of its row. Whoever goes on writes over it, and so takes it from everybody else.
public record BegunRow(@Nullable Integer checksum, LocalDateTime installedOn) {
    public static BegunRow of(HistoryRow row) {
        return new BegunRow(row.checksum(), row.installedOn());
    }
}
