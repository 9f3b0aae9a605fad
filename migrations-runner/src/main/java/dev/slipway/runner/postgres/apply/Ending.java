package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes a script count as run, in one transaction.
///
/// @param rows of the history
/// @param begun what a script under way has left of the first of them, or null
/// @param contract the contract revisions to record with it, or null to leave that record as it is
/// @param check what has to pass before
public record Ending(
        List<NewRow> rows,
        @Nullable BegunRow begun,
        @Nullable Collection<Version> contract,
        Check check) {
    /// Writes nothing and looks at nothing.
    public static final Ending NONE = new Ending(List.of(), null, null, Check.NONE);

    public Ending {
        rows = List.copyOf(rows);
    }

    /// Looks at the database after the last statement.
    ///
    /// @param before what has to pass before the history is written: with a `SlipwayException` it does not
    /// @param after what is done once the history is written, and not committed yet
    public record Check(DatabaseCall.Command before, DatabaseCall.Command after) {
        /// Lets everything pass.
        public static final Check NONE = new Check(() -> {}, () -> {});
    }
}
