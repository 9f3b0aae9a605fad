package dev.slipway.runner.postgres.lock;

import dev.slipway.runner.model.Blocker;
import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a second session sees of the waits of the first.
final class LockView implements AutoCloseable {
    /// What does not answer in this time is taken for lost: nobody waits for whom only looks.
    private static final int SOON = 5000;

    private final Session session;
    private final int pid;
    private final PreparedStatement wait;
    private final PreparedStatement blockers;
    private final PreparedStatement queue;
    private final PreparedStatement statement;

    private LockView(Session session, int pid) throws SQLException {
        this.session = session;
        this.pid = pid;
        session.connection().setNetworkTimeout(Runnable::run, SOON);
        this.wait = prepared("wait.sql", 1);
        this.blockers = prepared("blockers.sql", 1);
        this.queue = prepared("queue.sql", 2);
        this.statement = prepared("statement.sql", 1);
    }

    /// @param pid of the first session's backend
    static LockView of(Session session, int pid) throws SQLException {
        try {
            return new LockView(session, pid);
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    private PreparedStatement prepared(String file, int parameters) throws SQLException {
        PreparedStatement statement = session.connection().prepareStatement(TextResource.read(LockView.class, file));
        for (int i = 1; i <= parameters; i++) {
            statement.setInt(i, pid);
        }
        return statement;
    }

    @Nullable
    ObservedWait waiting() throws SQLException {
        try (ResultSet row = wait.executeQuery()) {
            return row.next() ? new ObservedWait(row.getString(1), Duration.ofMillis(row.getLong(2))) : null;
        }
    }

    List<Blocker> blockers() throws SQLException {
        List<Blocker> found = new ArrayList<>();
        try (ResultSet row = blockers.executeQuery()) {
            while (row.next()) {
                found.add(blocker(row));
            }
        }
        return found;
    }

    private static Blocker blocker(ResultSet row) throws SQLException {
        SessionActivity activity = new SessionActivity(
                row.getString(2), row.getString(3), row.getString(4), row.getString(6), row.getString(7));
        int pid = row.getInt(1);
        return new Blocker(
                pid,
                pid == 0 ? Blocker.Kind.PREPARED_TRANSACTION : activity.kind(),
                activity.user(),
                activity.application(),
                activity.state(),
                row.getLong(5),
                SessionActivity.query(activity.query()),
                row.getString(8));
    }

    LockQueue queue() throws SQLException {
        try (ResultSet row = queue.executeQuery()) {
            row.next();
            return new LockQueue(row.getInt(1), Duration.ofMillis(row.getLong(2)));
        }
    }

    /// Tells the statement that the first session runs, or ran last, from others.
    String statement() throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /// Cancels what the first session runs. A session may do so to another of its own user.
    void cancel() throws SQLException {
        try (PreparedStatement statement =
                session.connection().prepareStatement("select pg_catalog.pg_cancel_backend(?)")) {
            statement.setInt(1, pid);
            statement.execute();
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
