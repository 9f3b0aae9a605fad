package dev.slipway.backend.command;

import dev.slipway.backend.database.Database;
import dev.slipway.gate.GateState;
import dev.slipway.gate.HistoryQuery;
import dev.slipway.model.SchemaRevision;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// How the schema stands to this service, in text: revision, expected, pending, history.
record SchemaStatus(Database database, TerminalSafeOutput out) {
    private static final String HISTORY = """
            select format('%s  %s  %s  %s  %s%s', installed_rank, coalesce(version, '-'), description,
                to_char(installed_on, 'YYYY-MM-DD HH24:MI:SS'), installed_by, case when not success then '  failed' end)
            from flyway_schema_history
            order by installed_rank
            """;

    GateState read() {
        return read(false);
    }

    GateState print() {
        return read(true);
    }

    private GateState read(boolean print) {
        HistoryQuery query = HistoryQuery.expecting(SchemaRevision.REQUIRED).on("database " + database);
        GateState state;
        try (Connection connection = database.connect()) {
            state = query.ask(connection);
            if (print) {
                head(state);
                history(connection);
            }
        } catch (SQLException e) {
            state = query.explain(e);
            if (print) {
                head(state);
            }
        }
        return state;
    }

    private void head(GateState state) {
        out.println("revision: " + state.found().orElse("none"));
        out.println("expected: " + SchemaRevision.REQUIRED);
        out.println("pending:  "
                + (state instanceof GateState.Behind || state instanceof GateState.Failed
                        ? "up to " + SchemaRevision.REQUIRED
                        : "nothing"));
        out.println("state:    " + state.message());
    }

    private void history(Connection connection) throws SQLException {
        out.println("history:");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HISTORY)) {
            while (row.next()) {
                out.println("  " + row.getString(1));
            }
        }
    }
}
