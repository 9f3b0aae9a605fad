package dev.slipway.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Queue;

/// The databases that a server made for tests. The last ones stay; of those before, the ones go that nobody is
/// connected to, so that a long run of tests does not fill the memory.
final class RecentDatabases {
    private static final String IN_USE = "55006";
    private static final String USED = "select exists (select from pg_stat_activity where datname = ?)";

    private final int kept;
    private final Queue<String> names = new ArrayDeque<>();
    private int made;

    RecentDatabases(int kept) {
        this.kept = kept;
    }

    synchronized String next() {
        made++;
        return "test_" + made;
    }

    /// @param connection to the maintenance database, as superuser
    synchronized void add(String name, Connection connection) throws SQLException {
        names.add(name);
        if (names.size() <= kept) {
            return;
        }
        String oldest = names.remove();
        if (isUsed(oldest, connection)) {
            names.add(oldest);
            return;
        }
        drop(oldest, connection);
    }

    /// What a test left may need it, such as a subscription; then it stays.
    private static void drop(String name, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
        } catch (SQLException e) {
            if (!IN_USE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static boolean isUsed(String name, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(USED)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
