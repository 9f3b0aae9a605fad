package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Runs a statement that waits by design for transactions of others, without the timeouts of the session.
final class WithoutTimeouts {
    private static final List<String> TIMEOUTS = List.of("lock_timeout", "statement_timeout");
    private static final String SET = "select pg_catalog.set_config(?, ?, false)";

    private WithoutTimeouts() {}

    static void run(Session session, String sql) throws SQLException {
        List<String> before = List.of(setting(session, "lock_timeout"), setting(session, "statement_timeout"));
        set(session, List.of("0", "0"));
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            restore(session, before, e);
            throw e;
        }
        set(session, before);
    }

    private static void restore(Session session, List<String> before, SQLException failure) {
        try {
            set(session, before);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static String setting(Session session, String name) throws SQLException {
        try (PreparedStatement query = session.connection().prepareStatement("select pg_catalog.current_setting(?)")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void set(Session session, List<String> values) throws SQLException {
        try (PreparedStatement query = session.connection().prepareStatement(SET)) {
            for (int i = 0; i < TIMEOUTS.size(); i++) {
                query.setString(1, TIMEOUTS.get(i));
                query.setString(2, values.get(i));
                query.execute();
            }
        }
    }
}
