package dev.slipway.runner.postgres.connect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;

/// Finds out whether the sessions of a server are handed from one client to the next, as PgBouncer does after each
/// transaction or statement. Then neither a lock nor a setting stays with whoever took it.
///
/// A server tells its client the number of the backend, a pooler one of its own. In session mode the backend is ours
/// alone as long as we are connected: it stays the same, and no second client gets it.
final class Pooler {
    private static final String BACKEND = "select pg_catalog.pg_backend_pid()";

    /// Other clients of the pool may come in between.
    private static final int ROUNDS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Connection connection;
    private final DriverProperties properties;

    Pooler(Connection connection, DriverProperties properties) {
        this.connection = connection;
        this.properties = properties.within(PATIENCE);
    }

    /// Whether something between us and the server answers in its place, such as a pooler in whatever mode.
    static boolean isBetween(Session session) throws SQLException {
        return session.backendPid() != session.driver().getBackendPID();
    }

    /// Whether our session is given to others while we are connected.
    boolean shares(String command) throws SQLException {
        try (Connection other = Objects.requireNonNull(
                new Driver().connect(DriverProperties.URL, properties.with(command, StartupOptions.ONLY_GIVEN)))) {
            return shares(other);
        } catch (SQLException e) {
            if (connection.isClosed() || refusesTransactions(e)) {
                return true;
            }
            // a second session cannot be had, so that the first is no one else's
            return false;
        }
    }

    /// A pool gives away the backend first that it got back last, or the one that it got back first
    /// (`server_round_robin`). Either way two clients that take turns may keep one each, so we ask out of turn in
    /// every second round.
    private boolean shares(Connection other) throws SQLException {
        int ours = backend(connection);
        for (int round = 0; round < ROUNDS; round++) {
            other.setAutoCommit(false);
            int theirs = backend(other);
            int meanwhile = backend(connection);
            other.rollback();
            int after = round % 2 == 0 ? ours : backend(connection);
            if (theirs == ours || meanwhile != ours || after != ours) {
                return true;
            }
        }
        return false;
    }

    /// PgBouncer in statement mode.
    private static boolean refusesTransactions(SQLException e) {
        return e instanceof PSQLException && String.valueOf(e.getMessage()).contains("statement pooling mode");
    }

    /// The process that serves a connection, as the server itself tells.
    static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BACKEND)) {
            row.next();
            return row.getInt(1);
        }
    }
}
