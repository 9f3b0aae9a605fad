package dev.slipway.runner.engine.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a merge is asked to join.
///
/// @param message what it is for, or null for `merge 7 and 8`
/// @param revisions as targets; none stands for all heads
/// @param version as it is to stand in the name of the file, or null for the next one
/// @param branchLabel the name of the branch that begins with it, or null
public record MergeRequest(
        @Nullable String message,
        List<String> revisions,
        @Nullable String version,
        @Nullable String branchLabel) {
    public MergeRequest {
        revisions = List.copyOf(revisions);
    }
}
