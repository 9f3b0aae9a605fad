package dev.slipway.runner.model.history;

import dev.slipway.runner.model.Version;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// One row of `flyway_schema_history`.
///
/// @param version null for repeatable scripts
/// @param checksum null for rows that stand for no script
/// @param installedOn in the time zone of the session that wrote it, as Flyway keeps it
/// @param executionTime in milliseconds
public record HistoryRow(
        int rank,
        @Nullable Version version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        String installedBy,
        LocalDateTime installedOn,
        int executionTime,
        boolean success) {
    /// The types Flyway gives to rows, as far as Slipway meets them.
    public static final String SQL = "SQL";

    public static final String BASELINE = "BASELINE";
    public static final String SQL_BASELINE = "SQL_BASELINE";
    public static final String DELETE = "DELETE";

    /// Of the row in which Flyway notes that it made the schema, which is that of no script.
    public static final String SCHEMA = "SCHEMA";

    /// What Flyway called a baseline before its version 3.
    private static final String INIT = "INIT";

    private static final String BASELINE_SUFFIX = "_BASELINE";
    private static final String UNDO_PREFIX = "UNDO_";

    /// Whether it is that of a repeatable script.
    public boolean isRepeatable() {
        return version == null && !type.equals(SCHEMA);
    }

    /// Whether it stands for all versions up to its own, whatever made it.
    public boolean isBaseline() {
        return type.equals(BASELINE) || type.equals(INIT) || type.endsWith(BASELINE_SUFFIX);
    }

    /// Whether it takes back what an earlier row of its version did. Flyway's paid editions name in it what they ran:
    /// `UNDO_SQL`, `UNDO_JDBC`.
    public boolean isUndo() {
        return type.equals(DELETE) || type.startsWith(UNDO_PREFIX);
    }

    /// Whether it is of a type that scripts leave here, so that what they began can be gone on with. A Java migration
    /// of Flyway leaves another one.
    public boolean isOfScript() {
        return type.equals(SQL) || type.equals(SQL_BASELINE) || type.equals(DELETE);
    }
}
