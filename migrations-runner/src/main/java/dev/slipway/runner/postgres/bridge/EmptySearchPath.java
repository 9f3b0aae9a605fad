package dev.slipway.runner.postgres.bridge;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Lets a session search no schema but the server's own for a while, as it is in a trigger when rows are restored or
/// replicated: what is not found then must be named with its schema.
final class EmptySearchPath {
    private EmptySearchPath() {}

    @FunctionalInterface
    interface Question<T> {
        T ask() throws SQLException;
    }

    static <T> T ask(Session session, Question<T> question) throws SQLException {
        String path = search(session, "select current_setting('search_path'), ?", "");
        search(session, "select set_config('search_path', ?, false)", "");
        try {
            return question.ask();
        } finally {
            search(session, "select set_config('search_path', ?, false)", path);
        }
    }

    private static String search(Session session, String sql, String path) throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setString(1, path);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
