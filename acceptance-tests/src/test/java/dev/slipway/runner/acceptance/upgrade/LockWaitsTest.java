package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How long a script keeps others waiting, and what it says of those in its way.
final class LockWaitsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void tables() {
        project.with("V1__tables.sql", "create table a (id int); create table b (id int); create table c (id int);");
        project.run();
    }

    @Test
    void theWaitsOfATryTogetherTakeNoLongerThanOneLockTimeout() throws Exception {
        project.with("V2__all.sql", """
            -- lock-timeout: 5s
            alter table a add x int;
            alter table b add x int;
            alter table c add x int;
            """);
        try (OtherSession a = OtherSession.on(project.database(), "select from a");
                OtherSession b = OtherSession.on(project.database(), "select from b");
                OtherSession c = OtherSession.on(project.database(), "select from c");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(() -> project.run());
            OtherSession.awaitWaiting(project.database(), 1);
            Future<Duration> stall = threads.submit(this::readsA);
            OtherSession.awaitWaiting(project.database(), 2);
            Thread.sleep(2000);
            a.release();
            Thread.sleep(4000);
            b.release();
            assertThat(stall.get()).isLessThan(Duration.ofMillis(6500));
            c.release();
            assertThat(run.get().text()).startsWith("exit 0\n").contains("""
                2 could not get its locks (blocked by process PID, "PostgreSQL JDBC Driver" of user "app", \
                idle in transaction, its transaction open for TIME, last: select from b; 1 session waited behind it) \
                and was rolled back, attempt 1 (TIME of 10 min TIME); next in TIME
                """);
        }
    }

    /// An application's query.
    private Duration readsA() throws SQLException {
        long start = System.nanoTime();
        project.query("select from a");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aWaitInTheMiddleOfAStatementCountsAsWell() throws Exception {
        project.with("V2__all.sql", "-- lock-timeout: 3s\nlock table a, b; select 1;");
        try (OtherSession a = OtherSession.on(project.database(), "select from a");
                OtherSession _ = OtherSession.on(project.database(), "select from b");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(() -> project.run("--lock-budget", "0"));
            OtherSession.awaitWaiting(project.database(), 1);
            Thread.sleep(2000);
            a.release();
            assertThat(run.get().text()).isEqualTo("""
                exit 6
                --- stderr
                error: script "V2__all.sql" failed at line 2, column 1: its waits for locks together took longer than TIME
                   --> FOLDER/V2__all.sql:2:1
                  2 | lock table a, b; select 1;
                    | ^
                  sqlstate: 55P03
                  blocker: process PID, "PostgreSQL JDBC Driver" of user "app", idle in transaction, its transaction open \
                for TIME, last: select from b
                  state: this run applied nothing; 2 was rolled back
                  help:  run `upgrade` again when the table is less busy, or let it be tried longer with --lock-budget
                """);
        }
    }

    @Test
    void aScriptThatSetsTheTimeoutItselfIsBoundedAllTheSame() throws Exception {
        project.with("V2__all.sql", "set lock_timeout = 0; alter table a add x int;");
        try (OtherSession _ = OtherSession.on(project.database(), "select from a")) {
            assertThat(project.run("--lock-budget", "0", "--lock-timeout", "500ms")
                            .text())
                    .startsWith("exit 6\n")
                    .contains("its waits for locks together took longer than TIME");
        }
    }

    @Test
    void aCrowdBehindItMakesItGiveWayEarlier() throws Exception {
        project.with("V2__all.sql", "alter table a add x int;");
        try (OtherSession _ = OtherSession.on(project.database(), "select from a");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(() -> project.run("--lock-budget", "0", "--lock-timeout", "20s"));
            OtherSession.awaitWaiting(project.database(), 1);
            List<Future<Duration>> stalls = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                stalls.add(threads.submit(this::readsA));
            }
            assertThat(run.get().text())
                    .startsWith("exit 6\n")
                    .contains(
                            " failed at line 1, column 1: 10 sessions waited behind it\n",
                            "  locks: 10 sessions waited");
            for (Future<Duration> stall : stalls) {
                assertThat(stall.get()).isLessThan(Duration.ofSeconds(7));
            }
        }
    }

    @Test
    void whoCancelsItByHandIsNotTakenForAWait() throws Exception {
        project.with("V2__all.sql", "alter table a add x int;");
        try (OtherSession _ = OtherSession.on(project.database(), "select from a");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(() -> project.run("--lock-timeout", "30s"));
            OtherSession.awaitWaiting(project.database(), 1);
            project.query("select pg_cancel_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()");
            assertThat(run.get().text())
                    .startsWith("exit 6\n--- stderr\n")
                    .contains("canceling statement due to user request", "  sqlstate: 57014\n");
        }
    }

    @Test
    void aRehearsalKeepsNobodyWaitingAndSaysWhatItCouldNotFindOut() throws Exception {
        project.with("U1__tables.sql", "drop table a; select pg_sleep(20); drop table b; drop table c;");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(() -> project.run("downgrade", "base", "--lock-timeout", "500ms"));
            List<Duration> stalls = new ArrayList<>();
            while (!run.isDone()) {
                stalls.add(readsA());
                Thread.sleep(20);
            }
            assertThat(stalls).allMatch(stall -> stall.compareTo(Duration.ofSeconds(1)) < 0);
            assertThat(run.get().err())
                    .contains(
                            "  would lose whatever U1__tables.sql removes: it was not tried, since it could not get its"
                                    + " locks (1 session waited behind it)\n");
        }
    }
}
