package dev.slipway.runner.postgres;

import dev.slipway.runner.model.history.History;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import dev.slipway.runner.postgres.history.HistoryReader;
import dev.slipway.runner.postgres.history.HistoryTable;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/// The history in the current schema of a session.
public final class Histories {
    private Histories() {}

    public static HistoryTable in(Session session, String table) throws SQLException {
        String schema =
                Objects.requireNonNull(HistoryReader.look(session, table).current());
        return new HistoryTable(session, new HistoryPlace(schema, table));
    }

    public static Optional<History> read(Session session, String table) throws SQLException {
        return HistoryReader.read(session, in(session, table).place());
    }
}
