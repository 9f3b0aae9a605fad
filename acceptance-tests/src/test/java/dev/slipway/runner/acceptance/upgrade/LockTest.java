package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Runs that meet each other, and runs that meet a busy table.
final class LockTest {
    /// Flyway's key: `Flyway` in ASCII plus the hash of the table's full name.
    private static final long KEY = 0x466C79776179L + "\"public\".\"flyway_schema_history\"".hashCode();

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aTable() {
        project.with("V1__users.sql", "create table users (id int);");
    }

    @Test
    void givesUpAfterTheDeadlineAndTellsWhoHoldsTheLock() throws SQLException {
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("set application_name = 'somebody else'");
            statement.execute("select pg_advisory_lock(%d)".formatted(KEY));
            assertThat(project.run("--run-lock-timeout", "300ms").text().replaceAll("at [0-9a-f.:]+,", "at ADDRESS,"))
                    .isEqualTo("""
                        exit 5
                        waiting for another runner: "somebody else" of user "app" at ADDRESS, process PID, connected for TIME, idle, last: select pg_advisory_lock(?) (TIME of TIME)
                        --- stderr
                        error: another runner holds the lock
                          holder: "somebody else" of user "app" at ADDRESS, process PID, connected for TIME, idle, last: select pg_advisory_lock(?)
                          state: nothing was changed; gave up after TIME
                          help:  run the command again when the other has ended, or wait longer with --run-lock-timeout
                        """);
        }
    }

    @Test
    void needsNoLockIfThereIsNothingToDo() throws SQLException {
        project.run();
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)".formatted(KEY));
            assertThat(project.run("--run-lock-timeout", "0").exitCode()).isZero();
        }
    }

    @Test
    void takesEachRevisionBackOnceHoweverManyRunAtOnce() throws Exception {
        project.with("U1__users.sql", "select pg_sleep(0.5); drop table users;");
        project.run();
        Callable<Run> downgrade = () -> project.run("downgrade", "base", "--yes", "--no-rehearsal");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Run>> runs = threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(i -> downgrade).toList());
            for (Future<Run> run : runs) {
                assertThat(run.get().exitCode()).as(run.get().text()).isZero();
            }
        }
        assertThat(project.query("select type from flyway_schema_history order by installed_rank"))
                .containsExactly("SQL", "DELETE");
    }

    @Test
    void appliesEachScriptOnceHoweverManyRunAtOnce() throws Exception {
        project.with("V2__index.sql", "create index concurrently users_id on users (id);")
                .with("V3__slow.sql", "select pg_sleep(0.3); alter table users add name text;");
        Callable<Run> upgrade = project::run;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Run>> runs = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> upgrade).toList());
            for (Future<Run> run : runs) {
                assertThat(run.get().exitCode()).as(run.get().text()).isZero();
            }
            assertThat(runs.stream().map(run -> run.resultNow().out()).filter(out -> out.contains("applied 3 scripts")))
                    .hasSize(1);
        }
        assertThat(project.query("select version from flyway_schema_history order by 1"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void triesAgainWhenATableIsBusyAndTellsWhoBlocks() throws Exception {
        project.run();
        project.with("V2__name.sql", "-- lock-timeout: 3s\nalter table users add name text;");
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            statement.execute("select * from users");
            Future<Run> run = thread.submit(() -> project.run());
            awaitWaiter();
            other.rollback();
            assertThat(run.get().exitCode()).as(run.get().text()).isZero();
            assertThat(run.get().out()).startsWith("""
                2 could not get its locks (blocked by process PID, "PostgreSQL JDBC Driver" of user "app", \
                idle in transaction, its transaction open for TIME, last: select * from users) and was rolled back, \
                attempt 1 (TIME of 10 min TIME); next in TIME
                """).endsWith("""
                    applied 1 script in TIME: app on localhost:PORT is at 2
                    """);
        }
    }

    /// Returns once the runner has given up its lock at least once and waits for it again.
    private void awaitWaiter() {
        String waiting =
                "select backend_start from pg_stat_activity where datname = current_database() and wait_event_type ="
                        + " 'Lock'";
        int seen = 0;
        long deadline = System.nanoTime() + 60_000_000_000L;
        boolean before = false;
        while (seen < 2 && System.nanoTime() < deadline) {
            boolean now = !project.query(waiting).isEmpty();
            if (now && !before) {
                seen++;
            }
            before = now;
        }
        assertThat(seen).isEqualTo(2);
    }
}
