package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes what tells of a script, in the transaction that is open.
public record ScriptRecord(Session session, HistoryTable history) {
    /// Its rows of the history.
    ///
    /// @param begun what a script under way has left of the first of them, or null
    public void rows(List<NewRow> rows, @Nullable BegunRow begun, Duration executionTime) throws StatementFailed {
        try {
            BegunRow left = begun;
            for (NewRow row : rows) {
                if (history.write(row, left, executionTime, true).isEmpty()) {
                    throw StatementFailed.ofRecord();
                }
                left = null;
            }
        } catch (SQLException e) {
            throw StatementFailed.ofCommit(e);
        }
    }

    /// Which applied revisions are contracts.
    public void contracts(Collection<Version> contracts) throws StatementFailed {
        StatementFailed.ending(() -> history.recordContract(contracts));
    }

    /// What else belongs to its rows.
    ///
    /// @param statements each ending in `; `, or none
    public void more(String statements) throws StatementFailed {
        if (!statements.isEmpty()) {
            StatementFailed.ending(() -> new SimpleQuery(session.connection(), _ -> {}).run(statements));
        }
    }
}
