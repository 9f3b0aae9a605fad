package dev.slipway.runner.killed;

import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// An older transaction that a concurrent build has to wait for: it has written to the table, or only looks at what
/// there was.
final class Blocker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process runner;
    private final Connection connection;

    Blocker(TestDatabase database, Process runner) throws SQLException {
        this.runner = runner;
        this.connection = database.connect();
    }

    /// Keeps builds waiting, one after the other or one phase after the other, until the last of them waits.
    ///
    /// @param step after which they come
    void awaitBuild(String step, boolean writing, int builds) throws Exception {
        boolean reached = await(() -> isIn("select from ledger where step = '%s'".formatted(step)));
        for (int build = 0; reached && build < builds; build++) {
            connection.setAutoCommit(true);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
                statement.execute(writing ? "delete from users where id = 1" : "select from counters");
            }
            reached = await(() -> isIn("select from pg_locks where not granted"));
            if (build < builds - 1) {
                connection.rollback();
            }
        }
    }

    private boolean isIn(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /// @return whether it holds, while the runner is alive
    private boolean await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (!runner.isAlive() || System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(25);
        }
        return true;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // the server has ended it
        }
    }
}
