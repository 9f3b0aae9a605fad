package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys that keep a unique index from being built, where the server's message names one.
public final class Duplicates {
    private static final int SHOWN = 10;

    private Duplicates() {}

    /// In words: `(name)=(ada) 2 times, (name)=(eve) 3 times`, at most ten of them. Empty if that takes too long, or
    /// there is no such index.
    public static String of(Session session, IndexBuild build, int stood) throws SQLException {
        Optional<TableIndex> index = build.left(session, stood);
        if (index.isEmpty()) {
            return "";
        }
        session.connection().setAutoCommit(false);
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set local statement_timeout = '5s'");
            try (ResultSet row = statement.executeQuery(query(session, index.get()))) {
                return text(row);
            }
        } catch (SQLException e) {
            if (ServerErrors.of(e).isCanceled()) {
                return "";
            }
            throw e;
        } finally {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        }
    }

    private static String query(Session session, TableIndex index) throws SQLException {
        String sql = TextResource.read(Duplicates.class, "duplicate-keys.sql");
        try (PreparedStatement query = session.connection().prepareStatement(sql)) {
            query.setInt(1, SHOWN + 1);
            query.setLong(2, index.id());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static String text(ResultSet row) throws SQLException {
        List<String> keys = new ArrayList<>();
        while (row.next()) {
            keys.add(keys.size() < SHOWN ? "%s %d times".formatted(row.getString(1), row.getLong(2)) : "and more");
        }
        return keys.isEmpty() ? "" : "Keys that occur more than once: " + String.join(", ", keys) + ".";
    }
}
