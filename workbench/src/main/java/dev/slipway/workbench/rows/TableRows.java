package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows that one table is given: in one statement, or row by row if the server refuses that.
final class TableRows {
    private final Session session;
    private final RowTable table;
    private Map<ValueSet, Integer> used = Map.of();
    private boolean taken;
    private @Nullable String refusal;

    TableRows(Session session, RowTable table) {
        this.session = session;
        this.table = table;
    }

    /// Chooses rows.
    @FunctionalInterface
    interface Choice {
        /// @return whether any was taken
        boolean of(RowFiller filler) throws SQLException;
    }

    /// Why it has taken none, if the server said so.
    Optional<String> refusal() {
        return taken ? Optional.empty() : Optional.ofNullable(refusal);
    }

    void insert(Choice choice) throws SQLException {
        if (!insertTogether(choice)) {
            ServerRows server = new ServerRows(session, table);
            RowFiller filler = new RowFiller(server, used);
            taken |= choice.of(filler);
            used = filler.used();
            refusal = server.refusal() == null ? refusal : server.refusal();
        }
    }

    private boolean insertTogether(Choice choice) throws SQLException {
        ForeseenRows foreseen = ForeseenRows.of(session, table);
        RowFiller filler = new RowFiller(foreseen, used);
        if (!choice.of(filler)) {
            return false;
        }
        RowInsert insert = foreseen.insert();
        if (!insert.isPossible()) {
            return false;
        }
        try {
            insert.run(session);
        } catch (SQLException _) {
            return false;
        }
        used = filler.used();
        taken = true;
        return true;
    }
}
