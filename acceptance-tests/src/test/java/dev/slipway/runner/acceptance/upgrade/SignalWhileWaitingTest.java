package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Await;
import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.RunnerProcess;
import dev.slipway.runner.postgres.connect.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as a process that is told to end while it waits for somebody else.
final class SignalWhileWaitingTest {
    private static final String NOTHING_CHANGED = """
        exit 143
        error: interrupted
          state: nothing was changed
          help:  run the command again
        """;

    private static final int MARK = 71_143;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);").with("U1__users.sql", "drop table users;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "wait"})
    void forAServerThatDoesNotAnswer(String command) throws Exception {
        try (ServerSocket mute = Ports.silent();
                RunnerProcess runner = start(url(mute.getLocalPort()), command);
                Socket connected = mute.accept()) {
            assertThat(connected.isConnected()).isTrue();
            assertThat(runner.terminated()).isEqualTo(NOTHING_CHANGED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "wait"})
    void betweenTwoAttemptsToConnect(String command) throws Exception {
        int closed = Ports.closed();
        try (RunnerProcess runner = start(url(closed), command)) {
            runner.awaitLine("waiting for app on localhost:%d: nothing listens there".formatted(closed));
            assertThat(runner.terminated()).isEqualTo(NOTHING_CHANGED);
        }
    }

    @Test
    void forALockInARehearsal() throws Exception {
        assertThat(project.run("upgrade").exitCode()).isZero();
        try (OtherSession other = OtherSession.on(project.database(), "lock users in access share mode");
                RunnerProcess runner = start(project.database().url(), "downgrade", "base", "--yes")) {
            OtherSession.awaitWaiting(project.database(), 1);
            assertThat(runner.terminated()).isEqualTo("""
                exit 143
                error: interrupted
                  state: this run took nothing back; U1 was rolled back
                  help:  run `downgrade` again to go on
                """);
            Await.until(this::isAlone);
            other.release();
        }
        assertThat(project.query("select count(*) from users")).containsExactly("0");
    }

    @Test
    void forTheNextTryOfAScript() throws Exception {
        assertThat(project.run("upgrade").exitCode()).isZero();
        project.with("V2__phone.sql", "alter table users add phone text;");
        try (OtherSession _ = OtherSession.on(project.database(), "lock users in access share mode");
                RunnerProcess runner = start(project.database().url(), "upgrade", "--lock-timeout", "100ms")) {
            runner.awaitLine("2 could not get its locks");
            assertThat(runner.terminated()).isEqualTo("""
                exit 143
                error: interrupted
                  state: this run applied nothing; 2 was rolled back
                  help:  run `upgrade` again to go on
                """);
            Await.until(this::isAlone);
        }
        assertThat(project.run("upgrade").exitCode()).isZero();
    }

    @Test
    void forAnotherTransactionInAConcurrentBuild() throws Exception {
        assertThat(project.run("upgrade").exitCode()).isZero();
        project.with("V2__index.sql", "-- transaction: off\ncreate index concurrently i on users (id);");
        try (OtherSession _ = OtherSession.on(project.database(), "insert into users values (1)");
                RunnerProcess runner = start(project.database().url(), "upgrade")) {
            OtherSession.awaitWaiting(project.database(), 1);
            assertThat(runner.terminated()).isEqualTo("""
                exit 143
                error: interrupted
                  state: this run applied nothing; of 2, which runs without a transaction, 0 of 1 statements stayed applied
                  help:  run `upgrade` again to go on
                """);
            Await.until(this::isAlone);
        }
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query("select relname, indisvalid from pg_index join pg_class i on i.oid = indexrelid"
                        + " where indrelid = 'users'::regclass"))
                .containsExactly("i|t");
    }

    @Test
    void inAProof() throws Exception {
        project.with(
                "V2__slow.sql",
                "create table slow (id int); select pg_advisory_lock(%d), pg_sleep(60);".formatted(MARK));
        try (RunnerProcess runner = start(project.database().url(), "prove", "--scratch-url", Proved.scratchUrl())) {
            Await.until(this::isMarked);
            assertThat(runner.terminated()).isEqualTo("""
                exit 143
                error: interrupted
                  state: 1 stayed proved; 2 ran on a scratch database, which was dropped
                  help:  run `prove` again to go on
                """);
        }
        Await.until(() -> !isMarked());
        assertThat(Proved.left()).isEmpty();
    }

    /// Whether it has left no session and no lock.
    private boolean isAlone() {
        return project.query("select from pg_stat_activity where datname = current_database()"
                        + " and application_name like 'slipway%' union all select from pg_locks join pg_database d"
                        + " on d.oid = database where datname = current_database() and locktype = 'advisory'")
                .isEmpty();
    }

    /// Whether the slow script of the proof runs.
    private boolean isMarked() {
        return !project.query("select from pg_locks where locktype = 'advisory' and objid = " + MARK)
                .isEmpty();
    }

    private RunnerProcess start(String url, String... arguments) throws IOException {
        boolean takesScripts = !arguments[0].equals("wait");
        return RunnerProcess.start(
                takesScripts
                        ? Map.of(
                                "DATABASE_URL",
                                url,
                                "SLIPWAY_LOCATIONS",
                                project.folder().toString())
                        : Map.of("DATABASE_URL", url),
                arguments);
    }

    private static String url(int port) {
        return "postgresql://app:secret@localhost:%d/app".formatted(port);
    }
}
