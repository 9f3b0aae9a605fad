package dev.slipway.runner.engine.status;

import dev.slipway.runner.model.Version;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scripts, and what became of them in a database.
///
/// @param database null if none was asked
/// @param batches the large changes of data that are not complete
/// @param refusal what an upgrade would be refused for, or null if it would not be or no database was asked
public record HistoryResult(
        @Nullable String database,
        List<Version> position,
        List<Entry> entries,
        List<BatchState> batches,
        @Nullable UpgradeRefusal refusal) {
    /// What became of a script.
    public enum State {
        APPLIED,
        BASELINE,
        FAILED,
        PENDING,
        /// It is not run here: a baseline script stands for it, or it is one that the database does not begin with.
        PASSED_OVER,
        CHANGED,
        MISSING,
        /// Scripts newer than these have applied it, and older services can run on it.
        NEWER
    }

    /// A script, or a history row whose script is missing.
    ///
    /// @param state null if no database was asked
    /// @param installedOn null if it was not applied
    /// @param milliseconds how long it ran, or null if it was not applied
    /// @param current whether the database is at it
    /// @param parents the revisions it builds on
    /// @param script the path of its file in the location, or null if it is missing
    /// @param undo the path of its undo script, or null if there is none
    /// @param standsFor the revisions that a baseline script stands for
    public record Entry(
            String label,
            String description,
            @Nullable State state,
            @Nullable LocalDateTime installedOn,
            @Nullable String installedBy,
            @Nullable Integer milliseconds,
            boolean current,
            List<Version> parents,
            @Nullable String script,
            @Nullable String undo,
            @Nullable String branchLabel,
            List<Version> standsFor) {
        public Entry {
            parents = List.copyOf(parents);
            standsFor = List.copyOf(standsFor);
        }

        /// Whether it has a place in the graph.
        public boolean isRevision() {
            return script != null && Character.isDigit(label.charAt(0));
        }
    }

    static final String REPEATABLE = "R";

    public HistoryResult {
        position = List.copyOf(position);
        entries = List.copyOf(entries);
        batches = List.copyOf(batches);
    }

    HistoryResult with(List<BatchState> open, @Nullable UpgradeRefusal found) {
        return new HistoryResult(database, position, entries, open, found);
    }
}
