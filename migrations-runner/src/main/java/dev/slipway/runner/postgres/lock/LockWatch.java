package dev.slipway.runner.postgres.lock;

import dev.slipway.runner.model.Blocker;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks now and then, from a second connection, at who keeps a session waiting for a lock. It connects only once the
/// session has been at work for a while; if it cannot, nobody is seen.
public final class LockWatch implements AutoCloseable {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final int LOOKS_PER_TIMEOUT = 4;

    private final Session watched;
    private final Duration pause;
    private final Thread thread;
    private volatile List<Blocker> seen = List.of();

    private LockWatch(Session watched, Duration pause) {
        this.watched = watched;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("lock-watch").unstarted(this::run);
    }

    /// @param lockTimeout how long the session waits for a lock
    public static LockWatch over(Session watched, Duration lockTimeout) {
        Duration part = lockTimeout.dividedBy(LOOKS_PER_TIMEOUT);
        Duration pause = part.compareTo(LONGEST) > 0 || part.isZero() ? LONGEST : part;
        LockWatch watch = new LockWatch(watched, pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause);
        watch.thread.start();
        return watch;
    }

    /// Who kept the session waiting when it was last looked at.
    public List<Blocker> seen() {
        return seen;
    }

    private void run() {
        try {
            Thread.sleep(pause);
            Optional<Session> own = watched.beside("watch");
            if (own.isPresent()) {
                try (Session session = own.get()) {
                    watch(session);
                }
            }
        } catch (InterruptedException | SQLException _) {
            // nothing is seen any more
        }
    }

    private void watch(Session session) throws SQLException, InterruptedException {
        String sql = SqlResource.read(LockWatch.class, "blockers.sql");
        try (PreparedStatement query = session.connection().prepareStatement(sql)) {
            query.setInt(1, watched.backendPid());
            while (true) {
                seen = blockers(query);
                Thread.sleep(pause);
            }
        }
    }

    private static List<Blocker> blockers(PreparedStatement query) throws SQLException {
        List<Blocker> blockers = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                blockers.add(new Blocker(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)));
            }
        }
        return List.copyOf(blockers);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
