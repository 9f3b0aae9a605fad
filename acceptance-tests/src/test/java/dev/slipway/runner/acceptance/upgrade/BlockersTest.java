package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a run says of those in its way, and what it does to them.
final class BlockersTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void tables() {
        project.with("V1__tables.sql", "create table a (id int);");
        project.run();
    }

    @Test
    void saysSoIfThereIsNoSecondConnectionToLookFrom() throws Exception {
        project.with("V2__all.sql", "alter table a add x int;");
        try (OtherSession _ = OtherSession.on(project.database(), "select from a")) {
            project.execute("select 1");
            asSuperuser("alter role \"%s\" connection limit 2"
                    .formatted(project.database().owner()));
            assertThat(project.run("--lock-budget", "0").err()).contains("""
                  sqlstate: 55P03
                  locks: who blocks could not be looked up, for want of a second connection: it has too many connections
                """);
        } finally {
            asSuperuser("alter role \"%s\" connection limit -1"
                    .formatted(project.database().owner()));
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = project.database()
                        .server()
                        .connectAsSuperuser(project.database().name());
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
        project.with("V2__all.sql", "alter table a add x int;");
        try (OtherSession _ = OtherSession.on(
                project.database(), before, "select 'secret' as word,\n  id from a /* mine */ where id <> 4711")) {
            assertThat(project.run("--lock-budget", "0", "--lock-timeout", "3s").err())
                    .contains("  blocker: " + named + "\n");
        }
    }

    @Test
    void endsSessionsThatAreIdleInATransactionIfItIsTold() throws Exception {
        project.with("V2__all.sql", "alter table a add x int;");
        try (OtherSession _ = OtherSession.on(project.database(), "select from a")) {
            assertThat(project.run("--terminate-blockers", "idle-in-transaction", "--lock-timeout", "3s")
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
                        """);
        }
    }

    @Test
    void endsNobodyWhoIsAtWork() throws Exception {
        project.with("V2__all.sql", "alter table a add x int;");
        try (OtherSession other = OtherSession.on(project.database(), "select from a");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> work = threads.submit(() -> {
                other.run("select pg_sleep(8)");
                return true;
            });
            assertThat(project.run("--terminate-blockers=idle-in-transaction", "--lock-timeout=2s", "--lock-budget=1s")
                            .text())
                    .startsWith("exit 6\n")
                    .contains("active, its transaction open for TIME, running: select pg_sleep(?)")
                    .doesNotContain("ended process");
            work.get();
        }
    }

    @Test
    void onlyOneKindOfBlockersCanBeEnded() {
        assertThat(project.run("--terminate-blockers", "all").text()).isEqualTo("""
            exit 2
            --- stderr
            error: invalid value for option "--terminate-blockers": "all" is not idle-in-transaction, the one kind that can be ended
              state: nothing was changed
              help:  see `slipway upgrade --help`
            """);
    }
}
