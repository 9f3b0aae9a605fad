package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void scripts(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int);")
                .with("U1__users.sql", "drop table users;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "wait"})
    void forAServerThatDoesNotAnswer(String command) throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RunnerProcess runner = start(url(mute.getLocalPort()), command);
                Socket connected = mute.accept()) {
            assertThat(connected.isConnected()).isTrue();
            assertThat(runner.terminated()).isEqualTo(NOTHING_CHANGED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "wait"})
    void betweenTwoAttemptsToConnect(String command) throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (RunnerProcess runner = start(url(closed), command)) {
            runner.awaitLine("waiting for app on localhost:%d: nothing listens there".formatted(closed));
            assertThat(runner.terminated()).isEqualTo(NOTHING_CHANGED);
        }
    }

    @Test
    void forALockInARehearsal() throws Exception {
        assertThat(Run.on(database, scripts.path(), "upgrade").exitCode()).isZero();
        try (OtherSession other = OtherSession.on(database, "lock users in access share mode");
                RunnerProcess runner = start(database.url(), "downgrade", "base", "--yes")) {
            OtherSession.awaitWaiting(database, 1);
            assertThat(runner.terminated()).isEqualTo("""
                exit 143
                error: interrupted
                  state: this run took nothing back; U1 was rolled back
                  help:  run `downgrade` again to go on
                """);
            other.release();
        }
        assertThat(database.query("select count(*) from users")).containsExactly("0");
    }

    @Test
    void inAProof() throws Exception {
        scripts.with(
                "V2__slow.sql",
                "create table slow (id int); select pg_advisory_lock(%d), pg_sleep(60);".formatted(MARK));
        try (RunnerProcess runner = start(database.url(), "prove", "--scratch-url", Proved.scratchUrl())) {
            await(this::isMarked);
            assertThat(runner.terminated()).startsWith("exit 143\nerror: interrupted\n");
        }
        await(() -> !isMarked());
        assertThat(Proved.left()).isEmpty();
    }

    /// Whether the slow script of the proof runs.
    private boolean isMarked() {
        return !database.query("select from pg_locks where locktype = 'advisory' and objid = " + MARK)
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
                                scripts.path().toString())
                        : Map.of("DATABASE_URL", url),
                arguments);
    }

    private static String url(int port) {
        return "postgresql://app:secret@localhost:%d/app".formatted(port);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 60 s").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
