package dev.slipway.runner.engine.status;

import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import org.jspecify.annotations.Nullable;

/// Reads from a history row what became of its script.
final class RevisionState {
    private RevisionState() {}

    /// @param script null if there is none any more
    static HistoryResult.State of(@Nullable Script script, HistoryRow row) {
        if (!row.success()) {
            return HistoryResult.State.FAILED;
        }
        if (row.isBaseline()) {
            return HistoryResult.State.BASELINE;
        }
        if (script == null) {
            return row.isOfScript() ? HistoryResult.State.MISSING : HistoryResult.State.APPLIED;
        }
        Integer recorded = row.checksum();
        boolean changed = script instanceof Script.Versioned
                && recorded != null
                && recorded != script.file().checksum();
        return changed ? HistoryResult.State.CHANGED : HistoryResult.State.APPLIED;
    }
}
