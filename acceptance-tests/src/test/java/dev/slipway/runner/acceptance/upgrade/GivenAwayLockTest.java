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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lock is a courtesy, the history is the guarantee: what a script does to the lock makes nothing run twice.
final class GivenAwayLockTest {
    private static final long KEY = 0x466C79776179L + "\"public\".\"flyway_schema_history\"".hashCode();

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aTable() {
        project.with("V1__users.sql", "create table users (id int);");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select pg_advisory_unlock_all();",
                "-- transaction: off\ndiscard all;\nselect pg_sleep(0.2);",
                "-- transaction: off\nselect pg_advisory_unlock_all();\nselect pg_sleep(0.2);",
                "do $$ begin perform pg_advisory_unlock_all(); perform pg_sleep(0.2); end $$;",
            })
    void aScriptThatGivesItAwayIsAppliedOnceAndSoIsTheNext(String givingAway) throws Exception {
        project.with("V2__away.sql", givingAway)
                .with("V3__row.sql", "select pg_sleep(0.3); insert into users values (3);")
                .with("V4__row.sql", "insert into users values (4);");
        List<Run> runs = together(4, () -> project.run("upgrade"));
        assertThat(runs)
                .extracting(Run::exitCode)
                .as(runs.toString())
                .isSubsetOf(0, 5)
                .contains(0);
        assertThat(runs.stream().filter(run -> run.exitCode() == 5).map(Run::err))
                .allMatch(err -> err.contains("error: another runner took the lock or wrote the history while "));
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query("select id from users order by id")).containsExactly("3", "4");
        assertThat(project.query("select installed_rank, version, success from flyway_schema_history order by 1"))
                .containsExactly("1|1|t", "2|2|t", "3|3|t", "4|4|t");
    }

    @Test
    void aScriptIsRolledBackIfTheHistoryTakesNoRowOfIt() {
        project.run("upgrade");
        project.execute("""
                create function refuse() returns trigger language plpgsql as 'begin return null; end';
                create trigger refuse before insert on flyway_schema_history for each row execute function refuse();
                """);
        project.with("V2__teams.sql", "create table teams (id int);");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 5
                --- stderr
                error: another runner took the lock or wrote the history while 2 ran
                  state: this run applied nothing; 2 was rolled back
                  help:  run the command again when the other has ended: it finds out what is left to do
                """);
        assertThat(project.query("select to_regclass('teams') is null")).containsExactly("t");
    }

    @Test
    void itIsTakenAgainBeforeTheNextScript() {
        project.with(
                        "V2__away.sql",
                        "select pg_advisory_unlock_all(), pg_advisory_lock(99), pg_advisory_lock_shared(98);")
                .with("V3__seen.sql", """
                    create table seen as
                    select ((classid::bigint << 32) | objid::bigint) - %d as key from pg_locks
                    where locktype = 'advisory' and pid = pg_backend_pid();
                    """.formatted(KEY));
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select key from seen")).containsExactly("0");
    }

    @Test
    void whatRanWhileAnotherTookItIsRolledBack() throws Exception {
        project.with("V2__away.sql", """
            create table more (id int);
            select pg_sleep(1);
            select pg_advisory_unlock_all();
            select pg_sleep(1);
            """);
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Run> run = thread.submit(() -> project.run("upgrade"));
            awaitSleepOfTheScript();
            statement.execute("select pg_advisory_lock(%d)".formatted(KEY));
            assertThat(run.get().text()).isEqualTo("""
                exit 5
                applied 1  users  TIME
                --- stderr
                error: another runner took the lock or wrote the history while 2 ran
                  state: 1 stayed applied; 2 was rolled back
                  help:  run the command again when the other has ended: it finds out what is left to do
                """);
        }
        assertThat(project.query("select to_regclass('more') is null")).containsExactly("t");
    }

    @Test
    void aRowThatIsThereMeanwhileStopsTheScript() throws SQLException {
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement()) {
            project.run("upgrade");
            project.with("V2__row.sql", "insert into users values (2);");
            other.setAutoCommit(false);
            statement.execute("""
                insert into flyway_schema_history
                select 2, '1.5', 'other', 'SQL', 'V1_5__other.sql', 1, current_user, now(), 1, true
                """);
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<Run> run = thread.submit(() -> project.run("upgrade"));
                awaitWaiter();
                other.commit();
                assertThat(run.get().text()).isEqualTo("""
                    exit 5
                    --- stderr
                    error: another runner took the lock or wrote the history while 2 ran
                      state: this run applied nothing; 2 was rolled back
                      help:  run the command again when the other has ended: it finds out what is left to do
                    """);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        assertThat(project.query("select from users")).isEmpty();
    }

    /// The runner holds the lock while its script sleeps; before, its lock may be another's, of another database.
    private void awaitSleepOfTheScript() {
        await("from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'");
    }

    private void awaitWaiter() {
        await("from pg_locks where not granted and pid in"
                + " (select pid from pg_stat_activity where datname = current_database())");
    }

    private void await(String rows) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (project.query("select " + rows).isEmpty()) {
            assertThat(System.nanoTime()).as("rows in time: " + rows).isLessThan(deadline);
        }
    }

    private static List<Run> together(int count, Callable<Run> run) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            return threads
                    .invokeAll(IntStream.range(0, count).mapToObj(_ -> run).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
