package dev.slipway.runner.postgres.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Databases that are made and dropped on a server.
final class ScratchServerTest {
    private final TestDatabase home = PostgresServer.shared().createDatabase();
    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void theUserMayCreateDatabases() {
        home.server().execute("alter role %s createdb".formatted(home.owner()));
    }

    @AfterEach
    void nothingOfThisTestIsLeft() {
        made.forEach(name -> home.server().execute("drop database if exists \"%s\" with (force)".formatted(name)));
    }

    private ScratchServer server() {
        return new ScratchServer(
                Sessions.open(home), ConnectionSettings.alone("--scratch-url", home.url(), Map.of()), "test", _ -> {});
    }

    private List<String> existing() {
        return home.query("select datname from pg_database d join pg_roles r on r.oid = d.datdba where rolname = '%s'"
                .formatted(home.owner()));
    }

    private String leave(String name) {
        home.server().execute("create database \"%s\" owner %s".formatted(name, home.owner()));
        made.add(name);
        return name;
    }

    private static void execute(Session session, String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Session session, String table) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aCopyIsEqualAndADatabaseOfItsOwn() throws SQLException {
        try (ScratchServer server = server();
                ScratchDatabase first = server.create()) {
            execute(first.session(), "create table t (a int); insert into t values (1)");
            try (ScratchDatabase copy = first.copy()) {
                execute(copy.session(), "insert into t values (2)");
                assertThat(count(copy.session(), "t")).isEqualTo(2);
                assertThat(count(first.session(), "t")).isEqualTo(1);
                assertThat(existing()).containsExactlyInAnyOrder(home.name(), first.name(), copy.name());
            }
        }
        assertThat(existing()).containsExactly(home.name());
    }

    @Test
    void allAreDroppedInTheEndAlsoIfSomebodyUsesThem() throws SQLException {
        ScratchServer server = server();
        TestDatabase used = new TestDatabase(home.server(), server.create().name(), home.owner(), home.password());
        server.create();
        try (Connection _ = used.connect()) {
            server.close();
        }
        assertThat(server.databases()).isEmpty();
        assertThat(existing()).containsExactly(home.name());
    }

    @Test
    void allAreDroppedInTheEndAlsoIfTheConnectionBroke() {
        ScratchServer server = server();
        server.create();
        home.server()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'"
                        .formatted(home.owner()));
        server.close();
        assertThat(server.databases()).isEmpty();
        assertThat(existing()).containsExactly(home.name());
    }

    @Test
    void allAreDroppedInTheEndAlsoIfTheRunIsInterrupted() {
        ScratchServer server = server();
        ScratchDatabase database = server.create();
        Thread.currentThread().interrupt();
        assertThatThrownBy(database::session).hasMessage("interrupted");
        server.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(existing()).containsExactly(home.name());
    }

    @Test
    void whatKilledRunsLeftBehindIsDroppedAfterADay() throws SQLException {
        leave("slipway_scratch_20200101120000_0123abcd");
        String inUse = leave("slipway_scratch_20200101120000_0123abce");
        String young = leave("slipway_scratch_29990101120000_0123abcd");
        String other = leave("slipway_scratch_of_mine_" + home.name());
        try (ScratchServer server = server();
                Connection _ = home.server().connectAsSuperuser(inUse)) {
            assertThat(server.dropLeftOvers()).containsExactly(inUse);
            assertThat(existing()).containsExactlyInAnyOrder(home.name(), inUse, young, other);
        }
    }
}
