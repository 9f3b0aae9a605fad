package dev.slipway.runner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/// A session with a transaction of its own, in the way of others.
public record OtherSession(Connection connection) implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    public static OtherSession on(TestDatabase database, String... statements) throws SQLException {
        OtherSession session = new OtherSession(database.connect());
        session.connection.setAutoCommit(false);
        session.run(statements);
        return session;
    }

    public void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// The process that serves this session, as `pg_blocking_pids` names it.
    public int process() throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    /// Is in nobody's way any more.
    public void release() throws SQLException {
        connection.rollback();
    }

    /// Returns once so many sessions wait for a lock.
    public static void awaitWaiting(TestDatabase database, int sessions) throws InterruptedException {
        long start = System.nanoTime();
        String query =
                "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        while (database.query(query).size() < sessions) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
