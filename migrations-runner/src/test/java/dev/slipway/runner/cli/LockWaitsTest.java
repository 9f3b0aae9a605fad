package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long a script keeps others waiting, and what it says of those in its way.
final class LockWaitsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void tables(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__tables.sql", "create table a (id int); create table b (id int); create table c (id int);");
        upgrade();
    }

    /// A session with a transaction of its own.
    private final class Other implements AutoCloseable {
        private final Connection connection;

        private Other(String... statements) throws SQLException {
            connection = database.connect();
            connection.setAutoCommit(false);
            run(statements);
        }

        private void run(String... statements) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    @Test
    void theWaitsOfATryTogetherTakeNoLongerThanOneLockTimeout() throws Exception {
        scripts.with("V2__all.sql", """
            -- lock-timeout: 1s
            alter table a add x int;
            alter table b add x int;
            alter table c add x int;
            """);
        try (Other a = new Other("select from a");
                Other b = new Other("select from b");
                Other c = new Other("select from c");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(() -> upgrade());
            await("wait_event_type = 'Lock'", 1);
            Future<Duration> stall = threads.submit(this::readsA);
            await("wait_event_type = 'Lock'", 2);
            Thread.sleep(600);
            a.close();
            Thread.sleep(600);
            b.close();
            assertThat(stall.get()).isLessThan(Duration.ofMillis(1600));
            c.close();
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
        database.query("select from a");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aWaitInTheMiddleOfAStatementCountsAsWell() throws Exception {
        scripts.with("V2__all.sql", "-- lock-timeout: 1s\nlock table a, b; select 1;");
        try (Other a = new Other("select from a");
                Other _ = new Other("select from b");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(() -> upgrade("--lock-budget", "0"));
            await("wait_event_type = 'Lock'", 1);
            Thread.sleep(700);
            a.close();
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
        scripts.with("V2__all.sql", "set lock_timeout = 0; alter table a add x int;");
        try (Other _ = new Other("select from a")) {
            assertThat(upgrade("--lock-budget", "0", "--lock-timeout", "500ms").text())
                    .startsWith("exit 6\n")
                    .contains("its waits for locks together took longer than TIME");
        }
    }

    @Test
    void aCrowdBehindItMakesItGiveWayEarlier() throws Exception {
        scripts.with("V2__all.sql", "alter table a add x int;");
        try (Other _ = new Other("select from a");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(() -> upgrade("--lock-budget", "0", "--lock-timeout", "20s"));
            await("wait_event_type = 'Lock'", 1);
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
        scripts.with("V2__all.sql", "alter table a add x int;");
        try (Other _ = new Other("select from a");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(() -> upgrade("--lock-timeout", "30s"));
            await("wait_event_type = 'Lock'", 1);
            database.query("select pg_cancel_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()");
            assertThat(run.get().text())
                    .startsWith("exit 6\n--- stderr\n")
                    .contains("canceling statement due to user request", "  sqlstate: 57014\n");
        }
    }

    @Test
    void saysSoIfThereIsNoSecondConnectionToLookFrom() throws Exception {
        scripts.with("V2__all.sql", "alter table a add x int;");
        try (Other _ = new Other("select from a")) {
            database.execute("select 1");
            asSuperuser("alter role \"%s\" connection limit 2".formatted(database.owner()));
            assertThat(upgrade("--lock-budget", "0").err()).contains("""
                  sqlstate: 55P03
                  locks: who blocks could not be looked up, for want of a second connection: it has too many connections
                """);
        } finally {
            asSuperuser("alter role \"%s\" connection limit -1".formatted(database.owner()));
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = database.server().connectAsSuperuser(database.name());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        set application_name = 'pg_dump'                  | a running pg_dump, process PID, "pg_dump" of user "app", idle in transaction, its transaction open for TIME, last: select ? as word, id from a where id <> ?
        set application_name = 'nightly'                  | process PID, "nightly" of user "app", idle in transaction, its transaction open for TIME, last: select ? as word, id from a where id <> ?
        """)
    void namesWhoBlocksWithoutItsLiterals(String before, String named) throws Exception {
        scripts.with("V2__all.sql", "alter table a add x int;");
        try (Other _ = new Other(before, "select 'secret' as word,\n  id from a /* mine */ where id <> 4711")) {
            assertThat(upgrade("--lock-budget", "0", "--lock-timeout", "500ms").err())
                    .contains("  blocker: " + named + "\n");
        }
    }

    @Test
    void endsSessionsThatAreIdleInATransactionIfItIsTold() throws Exception {
        scripts.with("V2__all.sql", "alter table a add x int;");
        try (Other _ = new Other("select from a")) {
            assertThat(upgrade("--terminate-blockers", "idle-in-transaction", "--lock-timeout", "500ms")
                            .text())
                    .isEqualTo("""
                        exit 0
                        2 could not get its locks (blocked by process PID, "PostgreSQL JDBC Driver" of user "app", \
                        idle in transaction, its transaction open for TIME, last: select from a) and was rolled back, \
                        attempt 1 (TIME of 10 min TIME); next in TIME
                        ended process PID, "PostgreSQL JDBC Driver" of user "app", idle in transaction, its transaction open for \
                        TIME, last: select from a
                        applied 2  all  TIME
                        applied 1 script in TIME: app on localhost:PORT is at 2
                        nothing was compared with what was proved: there is no manifest
                        """);
        }
    }

    @Test
    void endsNobodyWhoIsAtWork() throws Exception {
        scripts.with("V2__all.sql", "alter table a add x int;");
        try (Other other = new Other("select from a");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> work = threads.submit(() -> {
                other.run("select pg_sleep(3)");
                return true;
            });
            assertThat(upgrade("--terminate-blockers=idle-in-transaction", "--lock-timeout=500ms", "--lock-budget=1s")
                            .text())
                    .startsWith("exit 6\n")
                    .contains("active, its transaction open for TIME, running: select pg_sleep(?)")
                    .doesNotContain("ended process");
            work.get();
        }
    }

    @Test
    void onlyOneKindOfBlockersCanBeEnded() {
        assertThat(upgrade("--terminate-blockers", "all").text()).isEqualTo("""
            exit 2
            --- stderr
            error: invalid value for option "--terminate-blockers": "all" is not idle-in-transaction, the one kind that can be ended
              state: nothing was changed
              help:  see `slipway upgrade --help`
            """);
    }

    @Test
    void aRehearsalKeepsNobodyWaitingAndSaysWhatItCouldNotFindOut() throws Exception {
        scripts.with("U1__tables.sql", "drop table a; select pg_sleep(20); drop table b; drop table c;");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Run> run = threads.submit(
                    () -> Run.on(database, scripts.path(), "downgrade", "base", "--lock-timeout", "500ms"));
            List<Duration> stalls = new ArrayList<>();
            while (!run.isDone()) {
                stalls.add(readsA());
                Thread.sleep(20);
            }
            assertThat(stalls).allMatch(stall -> stall.compareTo(Duration.ofMillis(1000)) < 0);
            assertThat(run.get().err())
                    .contains(
                            "  would lose whatever U1__tables.sql removes: it was not tried, since it could not get its"
                                    + " locks (1 session waited behind it)\n");
        }
    }

    private void await(String condition, int sessions) throws InterruptedException {
        long start = System.nanoTime();
        String query = "select pid from pg_stat_activity where datname = current_database() and " + condition;
        while (database.query(query).size() < sessions) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
            Thread.sleep(5);
        }
    }

    private Run upgrade(String... arguments) {
        return Run.on(database, scripts.path(), arguments);
    }
}
