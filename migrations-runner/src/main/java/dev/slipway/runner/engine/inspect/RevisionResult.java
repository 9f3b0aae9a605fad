package dev.slipway.runner.engine.inspect;

import dev.slipway.runner.model.Version;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All there is to know of one revision without a database.
///
/// @param base whether it has no parents
/// @param file where its script was found
/// @param undoFile where its undo script was found, or null if there is none
/// @param transaction false if its script says `transaction: off`
/// @param lockTimeout null if the run decides
/// @param compat `expand`, or `contract` if older versions of the service cannot run on the schema after it
/// @param checksum as the history records it
/// @param sql the text of its script
public record RevisionResult(
        RevisionSummary revision,
        List<Version> children,
        boolean base,
        boolean branchPoint,
        boolean merge,
        String file,
        @Nullable String undoFile,
        boolean transaction,
        @Nullable Duration lockTimeout,
        String compat,
        int checksum,
        String sql) {
    public RevisionResult {
        children = List.copyOf(children);
    }
}
