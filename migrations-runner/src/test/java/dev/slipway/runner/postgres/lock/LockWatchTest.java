package dev.slipway.runner.postgres.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.ServerErrors;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is told of a statement that was canceled to let others go first.
final class LockWatchTest {
    /// In this time it looks many times.
    private static final Duration LOOKS = Duration.ofMillis(500);

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @BeforeEach
    void aTable() {
        database.execute("create table users (id int)");
    }

    @Test
    void isStillToldWhenTheLocksAreFreeAgain() throws Exception {
        try (Connection other = locking();
                Session session = Sessions.open(database);
                LockWatch watch = LockWatch.over(session)) {
            ServerError error = canceled(session, watch);
            other.rollback();
            Thread.sleep(LOOKS);
            ServerError told = watch.explained(error);
            assertThat(told.message()).isEqualTo("its waits for locks together took longer than 100 ms");
            assertThat(told.collision()).startsWith("could not get its locks (blocked by process ");
        }
    }

    @Test
    void isNotToldOfAStatementThatSomethingElseCancelsLater() throws Exception {
        try (Connection _ = locking();
                Session session = Sessions.open(database);
                LockWatch watch = LockWatch.over(session)) {
            canceled(session, watch);
            session.connection().rollback();
            ServerError error = refused(session, "set local statement_timeout = 500; select pg_sleep(60)");
            assertThat(watch.explained(error).isCanceled()).isTrue();
        }
    }

    /// A statement waits in a try for a lock that nobody gives it, longer than the try has patience.
    private static ServerError canceled(Session session, LockWatch watch) throws SQLException {
        session.connection().setAutoCommit(false);
        watch.begin(LockPatience.ofWaits(Duration.ofMillis(100)));
        ServerError error = refused(session, "alter table users add name text");
        assertThat(error.isCanceled()).isTrue();
        assertThat(watch.explained(error).isLockTimeout()).isTrue();
        return error;
    }

    private static ServerError refused(Session session, String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            return ServerErrors.of(catchThrowableOfType(SQLException.class, () -> statement.execute(sql)));
        }
    }

    private Connection locking() throws SQLException {
        Connection other = database.connect();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute("select from users");
        }
        return other;
    }
}
