package dev.slipway.runner.model.history;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Script;
import org.jspecify.annotations.Nullable;

/// A row about to be written; the database adds who and when.
public record NewRow(
        int rank,
        @Nullable Version version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum) {
    private static final int LONGEST_DESCRIPTION = 200;

    /// The row of a script that was run, or is recorded as if it had been.
    ///
    /// @param checksum that of the script, placeholders filled in if it is repeatable
    public static NewRow of(int rank, Script script, int checksum) {
        return switch (script) {
            case Script.Versioned applied -> row(rank, applied.version(), HistoryRow.SQL, script, checksum);
            case Script.Baseline begun -> row(rank, begun.version(), HistoryRow.SQL_BASELINE, script, checksum);
            case Script.Undo undone -> row(rank, undone.version(), HistoryRow.DELETE, script, checksum);
            case Script.Repeatable repeated -> row(rank, null, HistoryRow.SQL, script, checksum);
        };
    }

    /// The row that takes a former one back; rows are never deleted.
    public static NewRow takingBack(int rank, HistoryRow former) {
        return new NewRow(
                rank, former.version(), former.description(), HistoryRow.DELETE, former.script(), former.checksum());
    }

    private static NewRow row(int rank, @Nullable Version version, String type, Script script, int checksum) {
        return new NewRow(
                rank, version, script.description(), type, script.file().path(), checksum);
    }

    /// Flyway's way to fit a description into its column. Scripts are read with it.
    ///
    /// Source: `AbbreviationUtils.abbreviateDescription` of Flyway
    public static String abbreviated(String description) {
        return description.length() <= LONGEST_DESCRIPTION
                ? description
                : description.substring(0, LONGEST_DESCRIPTION - 3) + "...";
    }

    public NewRow withChecksum(int other) {
        return new NewRow(rank, version, description, type, script, other);
    }
}
