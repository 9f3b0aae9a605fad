package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.NewRow;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes a script count as run, in one transaction.
///
/// @param rows of the history
/// @param contract the contract revisions to record with it, or null to leave that record as it is
/// @param check what has to pass before
public record Ending(List<NewRow> rows, @Nullable Collection<Version> contract, Check check) {
    public Ending {
        rows = List.copyOf(rows);
    }

    /// Looks at the database after the last statement.
    @FunctionalInterface
    public interface Check {
        /// @throws SlipwayException if the script must not count as run
        void run() throws SQLException;
    }
}
