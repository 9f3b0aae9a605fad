package dev.slipway.runner.engine.status;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.batch.Checkpoint;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A large change of data that is not complete.
///
/// @param share in percent
/// @param updated when it came so far
/// @param background whether its script counts as applied, so that `batch` goes on with it; else `upgrade` does
public record BatchState(
        Version version,
        String script,
        long rows,
        int share,
        @Nullable LocalDateTime updated,
        boolean background) {
    static BatchState of(Checkpoint checkpoint, boolean background) {
        return new BatchState(
                checkpoint.version(),
                checkpoint.script(),
                checkpoint.rows(),
                checkpoint.share(),
                checkpoint.updated(),
                background);
    }

    /// How far it came and what goes on with it.
    public String text() {
        return "%s (%s) is not complete: %d %%, %d rows changed; `%s` goes on"
                .formatted(version, script, share, rows, background ? "batch" : "upgrade");
    }
}
