package dev.slipway.runner.model.batch;

import dev.slipway.runner.model.Version;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a script that runs in batches came.
///
/// @param rank of its history row
/// @param checksum of the script when the last pass over the table began
/// @param target the table and the key, which stay the same from the first batch to the last
/// @param diverging a query that tells whether the script would touch a row now, or null if it has no condition
/// @param end the highest key up to which it goes, or null if there was no row
/// @param last the highest key that is done, or null before the first batch
/// @param extended whether it goes on already to what came in behind the first end
/// @param keys how many rows of the table it has looked at
/// @param total about how many there were at the beginning
/// @param rows how many it has changed, in all passes
/// @param converges whether no row that it has changed meets its condition any more, or null if nobody knows yet
public record Checkpoint(
        int rank,
        Version version,
        String script,
        int checksum,
        String target,
        @Nullable String diverging,
        @Nullable List<String> end,
        @Nullable List<String> last,
        boolean extended,
        long keys,
        long total,
        long rows,
        @Nullable Boolean converges,
        @Nullable LocalDateTime began,
        @Nullable LocalDateTime updated,
        @Nullable LocalDateTime finished) {
    private static final int WHOLE = 100;

    public Checkpoint {
        end = end == null ? null : List.copyOf(end);
        last = last == null ? null : List.copyOf(last);
    }

    public boolean isComplete() {
        return finished != null;
    }

    /// In percent.
    public int share() {
        if (isComplete()) {
            return WHOLE;
        }
        return total == 0 ? 0 : (int) Math.min(WHOLE - 1, WHOLE * keys / total);
    }

    /// After one more batch.
    ///
    /// @param upTo the highest key of it
    public Checkpoint after(List<String> upTo, long moreKeys, long moreRows, @Nullable Boolean converging) {
        return with(end, upTo, extended, keys + moreKeys, rows + moreRows, converging);
    }

    /// Going on to what came in meanwhile.
    public Checkpoint extendedTo(@Nullable List<String> newEnd) {
        return with(newEnd, last, true, keys, rows, converges);
    }

    /// At the end, when nobody has seen a row that it changed.
    public Checkpoint settled(boolean converging) {
        return with(end, last, extended, keys, rows, converges == null ? Boolean.valueOf(converging) : converges);
    }

    private Checkpoint with(
            @Nullable List<String> newEnd,
            @Nullable List<String> newLast,
            boolean newExtended,
            long newKeys,
            long newRows,
            @Nullable Boolean newConverges) {
        return new Checkpoint(
                rank,
                version,
                script,
                checksum,
                target,
                diverging,
                newEnd,
                newLast,
                newExtended,
                newKeys,
                Math.max(total, newKeys),
                newRows,
                newConverges,
                began,
                updated,
                finished);
    }
}
