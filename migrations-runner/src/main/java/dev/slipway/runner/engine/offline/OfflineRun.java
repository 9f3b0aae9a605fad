package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a script for `psql` has to do.
///
/// @param database without secrets, or null if no database was looked at
/// @param schema where the history lies, or null if only the database can tell
/// @param from the position the script begins at
/// @param to the position it ends at
/// @param history of the database; without one, that of a database which is exactly there
/// @param creates whether the history table may have to be created
/// @param watched the repeatable scripts that may have run as they are, and have to run again once a version has
/// dropped or replaced what they made, or another of them has dropped it
/// @param again those of them that the script runs at its end if they have to
public record OfflineRun(
        @Nullable String database,
        @Nullable String schema,
        Direction direction,
        List<Version> from,
        List<Version> to,
        History history,
        boolean creates,
        List<ResumableStep> steps,
        List<Pending.Text> watched,
        List<ResumableStep> again) {
    public OfflineRun {
        from = List.copyOf(from);
        to = List.copyOf(to);
        steps = List.copyOf(steps);
        watched = List.copyOf(watched);
        again = List.copyOf(again);
    }

    /// The same, watching over what repeatable scripts made.
    OfflineRun watching(List<Pending.Text> texts, List<ResumableStep> conditional) {
        return new OfflineRun(database, schema, direction, from, to, history, creates, steps, texts, conditional);
    }

    boolean connected() {
        return database != null;
    }

    /// A position as people name it.
    public static String name(List<Version> position) {
        return position.isEmpty() ? "base" : Version.list(position);
    }
}
