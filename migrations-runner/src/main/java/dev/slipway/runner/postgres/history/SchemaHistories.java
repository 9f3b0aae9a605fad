package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the histories of several schemas of a database with one query.
public final class SchemaHistories {
    /// Who changes one of the tables must not hold up the others.
    private static final String PATIENCE = "set local lock_timeout = '100ms'";

    private static final String ROWS = """
            select installed_rank, version, description, type, script, checksum, installed_by, installed_on::timestamp,
                   execution_time, success, %s
            from %s
            """;

    private SchemaHistories() {}

    /// @param schemas few enough that a transaction may lock a table in each: one takes a lock of the server's
    ///     `max_locks_per_transaction` for the table and one for each of its indexes
    /// @return by schema; without those that have no table of this name, or one that the user must not read
    /// @throws SQLException also if somebody has locked one of the tables
    public static Map<String, History> read(Session session, Collection<String> schemas, String table)
            throws SQLException {
        Map<String, String> comments = comments(session, schemas, table);
        if (comments.isEmpty()) {
            return Map.of();
        }
        Map<String, List<HistoryRow>> rows = rows(session, comments.keySet(), table);
        Map<String, History> histories = new HashMap<>();
        comments.forEach((schema, comment) -> histories.put(
                schema, new History(rows.getOrDefault(schema, List.of()), ContractRecord.parse(comment))));
        return histories;
    }

    private static Map<String, String> comments(Session session, Collection<String> schemas, String table)
            throws SQLException {
        String sql = TextResource.read(SchemaHistories.class, "histories.sql");
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setArray(1, session.connection().createArrayOf("text", schemas.toArray()));
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                Map<String, String> comments = new LinkedHashMap<>();
                while (row.next()) {
                    comments.put(row.getString(1), row.getString(2));
                }
                return comments;
            }
        }
    }

    private static Map<String, List<HistoryRow>> rows(Session session, Collection<String> schemas, String table)
            throws SQLException {
        List<String> each = schemas.stream()
                .map(schema -> ROWS.formatted(Quote.literal(schema), new HistoryPlace(schema, table).qualifiedName()))
                .toList();
        session.connection().setAutoCommit(false);
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(PATIENCE);
            try (ResultSet row = statement.executeQuery(String.join("union all\n", each) + "order by 1")) {
                Map<String, List<HistoryRow>> rows = new HashMap<>();
                while (row.next()) {
                    rows.computeIfAbsent(row.getString(11), _ -> new ArrayList<>())
                            .add(HistoryRows.row(row));
                }
                return rows;
            }
        } finally {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        }
    }
}
