package dev.slipway.runner.postgres.lock;

import dev.slipway.runner.model.LockHolder;
import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// The advisory lock of one history table. It belongs to the session, so it ends with the connection whatever happens.
public final class RunLock {
    private final Session session;
    private final long key;

    public RunLock(Session session, HistoryTable history) {
        this(session, history.lockKey());
    }

    /// One that keeps others from something else.
    public RunLock(Session session, long key) {
        this.session = session;
        this.key = key;
    }

    /// Takes the lock if it is free. To ask again and again is safe, to wait in the server is not: a waiting statement
    /// holds a snapshot, and `CREATE INDEX CONCURRENTLY` of the holder would wait for it.
    public boolean tryAcquire() throws SQLException {
        try (PreparedStatement statement =
                session.connection().prepareStatement("select pg_catalog.pg_try_advisory_lock(?)")) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /// Lets go of the lock, however often it was taken. On a broken connection the server does so by itself.
    public void release() {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("select pg_catalog.pg_advisory_unlock_all()");
        } catch (SQLException e) {
            // the session is gone, and its lock with it
        }
    }

    public Optional<LockHolder> holder() throws SQLException {
        String sql = TextResource.read(RunLock.class, "holder.sql");
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new LockHolder(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getString(6),
                                SessionActivity.query(row.getString(7))))
                        : Optional.empty();
            }
        }
    }
}
