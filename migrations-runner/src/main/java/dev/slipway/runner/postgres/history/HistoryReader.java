package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.postgres.connect.SearchPath;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the history with one query, which is all that a run with nothing to do asks of the database.
public final class HistoryReader {
    private static final String UNDEFINED_TABLE = "42P01";

    private HistoryReader() {}

    /// A history, and the schema it lies in.
    public record Found(String schema, History history) {}

    /// What a session sees of a database.
    ///
    /// @param current the schema in which it creates what is not qualified, or null if there is none
    /// @param found the first history along the search path
    public record View(@Nullable String current, SearchPath path, Optional<Found> found) {}

    /// A table that is named like the history, which the user may read or not.
    public record Candidate(String schema, boolean readable) {}

    /// The first history along the search path.
    public static View look(Session session, String table) throws SQLException {
        try {
            return query(session, Quote.identifier(table));
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return withoutHistory(session);
            }
            throw e;
        }
    }

    /// The history in one place, or nothing if there is none.
    public static Optional<History> read(Session session, HistoryPlace place) throws SQLException {
        return read(session, place.schema(), place.table());
    }

    /// The history in a schema, or nothing if there is none.
    public static Optional<History> read(Session session, String schema, String table) throws SQLException {
        try {
            return query(session, Quote.identifier(schema) + "." + Quote.identifier(table))
                    .found
                    .map(Found::history);
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static View query(Session session, String name) throws SQLException {
        String sql = TextResource.read(HistoryReader.class, "history.sql")
                .replace("${literal}", Quote.literal(name))
                .replace("${table}", name);
        try (Statement statement = session.connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<HistoryRow> rows = new ArrayList<>();
            String schema = null;
            String current = null;
            String path = "";
            String comment = null;
            while (result.next()) {
                schema = result.getString(11);
                current = result.getString(12);
                path = result.getString(13);
                comment = result.getString(14);
                if (result.getString(1) != null) {
                    rows.add(HistoryRows.row(result));
                }
            }
            History history = new History(rows, ContractRecord.parse(comment));
            return new View(
                    current,
                    SearchPath.parse(path),
                    Optional.ofNullable(schema).map(found -> new Found(found, history)));
        }
    }

    private static View withoutHistory(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("select current_schema(), current_setting('search_path')")) {
            row.next();
            return new View(row.getString(1), SearchPath.parse(row.getString(2)), Optional.empty());
        }
    }

    /// All tables of the database that are named like the history.
    public static List<Candidate> candidates(Session session, String table) throws SQLException {
        String sql = TextResource.read(HistoryReader.class, "candidates.sql");
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                List<Candidate> candidates = new ArrayList<>();
                while (row.next()) {
                    candidates.add(new Candidate(row.getString(1), row.getBoolean(2)));
                }
                return candidates;
            }
        }
    }
}
