package dev.slipway.runner.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("sets the time zone of the process")
final class SessionTest {
    private final PostgresServer server = PostgresServer.shared();
    private final TestDatabase database = server.createDatabase();

    @Test
    void saysWhereItIs() throws Exception {
        try (Session session = open(database.url())) {
            assertThat(session.database()).isEqualTo("%s on localhost:%d".formatted(database.name(), server.port()));
            assertThat(session.databaseName()).isEqualTo(database.name());
            assertThat(session.user()).isEqualTo(database.owner());
            assertThat(session.serverVersion())
                    .isEqualTo(ask(session, "select split_part(current_setting('server_version'), ' ', 1)"));
            assertThat(session.majorVersion())
                    .isEqualTo(Integer.parseInt(
                            ask(session, "select current_setting('server_version_num')::int / 10000")));
            assertThat(session.backendPid()).isEqualTo(Integer.parseInt(ask(session, "select pg_backend_pid()")));
        }
    }

    @Test
    void outranksTheTimeoutsOfRoleAndDatabase() throws Exception {
        limitTheRole();
        try (Session session = open(database.url())) {
            assertThat(settings(session)).isEqualTo(withoutLimits(session));
            execute(session, "reset all; " + session.afterReset());
            assertThat(settings(session)).isEqualTo(withoutLimits(session));
            assertThat(ask(session, "show lock_timeout")).isEqualTo("3s");
        }
    }

    @Test
    void leavesAnOptionOfTheUserAlone() throws Exception {
        try (Session session = open(database.url() + "?options=-c%20statement_timeout=7s%20-c%20work_mem=5MB")) {
            assertThat(ask(session, "show statement_timeout")).isEqualTo("7s");
            assertThat(ask(session, "show work_mem")).isEqualTo("5MB");
            assertThat(ask(session, "show idle_in_transaction_session_timeout")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource({"08P01,unsupported startup parameter: options", "22023,must be set to 0 on this platform"})
    void doesWithoutStartupOptionsBehindAPoolerThatRefusesThem(String sqlState, String message) throws Exception {
        limitTheRole();
        FakeServer.Answer pooler = (startup, client) -> {
            if (startup.contains("\0options\0")) {
                FakeServer.error(client, sqlState, message);
            } else {
                forward(startup, client);
            }
        };
        try (FakeServer fake = new FakeServer(pooler);
                Session session = open(database.url().replace(":" + server.port(), ":" + fake.port()))) {
            assertThat(settings(session)).isEqualTo(withoutLimits(session));
            execute(session, "reset all");
            execute(session, session.afterReset());
            assertThat(settings(session)).isEqualTo(withoutLimits(session));
            assertThat(fake.startups()).hasSize(2);
        }
    }

    private void limitTheRole() {
        List<String> names = new ArrayList<>(List.of("statement_timeout", "idle_in_transaction_session_timeout"));
        names.add("idle_session_timeout");
        names.add("lock_timeout");
        if (database.query("select 1 from pg_settings where name = 'transaction_timeout'")
                        .size()
                == 1) {
            names.add("transaction_timeout");
        }
        names.forEach(name -> server.execute("alter role %s set %s = '3s'".formatted(database.owner(), name)));
    }

    private static String settings(Session session) throws SQLException {
        return ask(session, """
            select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
            where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout',
                'transaction_timeout', 'client_connection_check_interval')
            """);
    }

    private static String withoutLimits(Session session) {
        return "client_connection_check_interval=1000 idle_in_transaction_session_timeout=0 idle_session_timeout=0"
                + " statement_timeout=0" + (session.majorVersion() >= 17 ? " transaction_timeout=0" : "");
    }

    @Test
    void isInUtcWhereverItIsOpened() throws Exception {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            try (Session session = open(database.url())) {
                assertThat(ask(session, "show timezone")).isEqualTo("UTC");
                execute(session, "set timezone = 'Europe/Berlin'; reset all; " + session.afterReset());
                assertThat(ask(session, "show timezone")).isEqualTo("UTC");
            }
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void showsWhoItIsAndWhatItDoes() throws Exception {
        try (Session session = open(database.url())) {
            assertThat(shownName(session)).isEqualTo("slipway upgrade");
            assertThat(session.afterReset()).doesNotContain("application_name");
            session.describe("7");
            execute(session, "reset all; " + session.afterReset());
            assertThat(shownName(session)).isEqualTo("slipway upgrade 7");
        }
    }

    @Test
    void cutsANameThatIsTooLongBetweenCharacters() throws Exception {
        try (Session session = open(database.url() + "?application_name=it's%20billing")) {
            assertThat(shownName(session)).isEqualTo("slipway upgrade (it's billing)");
            session.describe("x".repeat(100));
            execute(session, session.afterReset());
            assertThat(shownName(session)).isEqualTo("slipway upgrade " + "x".repeat(47));
        }
        assertThat(ApplicationName.of("x".repeat(54) + "€", "")).isEqualTo("slipway " + "x".repeat(54));
    }

    @Test
    void actsAsAnotherRole() throws Exception {
        server.execute("create role \"the \"\"owner\" role %s".formatted(database.owner()));
        try (Session session = open(database.url())) {
            assertThat(session.setRole()).isEqualTo("reset role");
            session.become("the \"owner");
            assertThat(ask(session, "select current_user")).isEqualTo("the \"owner");
            execute(session, "reset role; " + session.setRole());
            assertThat(ask(session, "select current_user")).isEqualTo("the \"owner");
            assertThat(session.user()).isEqualTo(database.owner());
        } finally {
            server.execute("drop role \"the \"\"owner\"");
        }
    }

    @Test
    void cancelsTheRunningStatementFromAnotherThread() throws Exception {
        try (Session session = open(database.url())) {
            int pid = session.backendPid();
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(() -> {
                awaitRunning(pid);
                session.cancel();
            });
            assertThatThrownBy(() -> execute(session, "select pg_sleep(30)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
            canceller.join();
            assertThat(ask(session, "select 1")).isEqualTo("1");
        }
    }

    private void awaitRunning(int pid) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        String running = "select 1 from pg_stat_activity where pid = %d and query like '%%pg_sleep%%'".formatted(pid);
        while (database.query(running).isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    @Test
    void toleratesALostConnectionWhereItDoesNotMatter() throws Exception {
        try (Session session = open(database.url())) {
            server.execute("select pg_terminate_backend(%d, 10000)".formatted(session.backendPid()));
            session.describe("7");
            session.cancel();
        }
    }

    private static String shownName(Session session) throws SQLException {
        return ask(session, "select application_name from pg_stat_activity where pid = pg_backend_pid()");
    }

    private static Session open(String url) throws InterruptedException {
        ConnectionSettings settings = ConnectionSettings.of(Optional.of(url), Map.of());
        return switch (new Connector(settings, "upgrade").attempt(Duration.ofSeconds(10))) {
            case ConnectAttempt.Connected(Session session) -> session;
            case ConnectAttempt.Failed failed -> throw new AssertionError(failed);
        };
    }

    private static String ask(Session session, String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Session session, String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /// Hands the startup packet and everything after it to the real server.
    private void forward(String startup, Socket client) throws IOException {
        try (Socket upstream = new Socket("localhost", server.port())) {
            byte[] parameters = startup.getBytes(StandardCharsets.UTF_8);
            OutputStream out = upstream.getOutputStream();
            out.write(ByteBuffer.allocate(8 + parameters.length)
                    .putInt(8 + parameters.length)
                    .putInt(3 << 16)
                    .put(parameters)
                    .array());
            Thread.ofVirtual().start(() -> copy(upstream, client));
            copy(client, upstream);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one side has gone
        }
    }
}
