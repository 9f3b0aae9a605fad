package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.PgBouncer;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs through PgBouncer, in each of its modes.
final class PoolerTest {
    private static final String REFUSED = """
        exit 4
        --- stderr
        error: database app on localhost:PORT is not usable: a pooler before it, in transaction or statement mode, gives our session to others
          server: its sessions go from one client to the next
          state: nothing was changed; gave up after TIME and 1 attempt
          help:  connect to PostgreSQL itself, or to a pool in session mode; see docs/how-to/poolers.md
        """;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__counts.sql", "create table counts (id int); select pg_sleep(0.3);")
                .with("V3__one.sql", "insert into counts values (1);")
                .with("U3__one.sql", "delete from counts;")
                .with("V4__alone.sql", "create index concurrently users_id on users (id);");
    }

    private Run run(PgBouncer pooler, String... arguments) {
        return run(pooler.url(), arguments);
    }

    private Run run(String url, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--locations", "filesystem:" + project.folder()));
        return Run.with(Map.of("DATABASE_URL", url), all.toArray(String[]::new))
                .masked(project.database(), project.folder());
    }

    private List<String> relations() {
        return project.query(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by"
                        + " 1");
    }

    @ParameterizedTest
    @CsvSource({"transaction, 0", "transaction, 1", "statement, 0", "statement, 1"})
    void refusesAPoolThatSharesSessions(String mode, int roundRobin) throws Exception {
        try (PgBouncer pooler = PgBouncer.before(project.database(), mode, "server_round_robin = " + roundRobin)) {
            assertThat(run(pooler, "upgrade").text()).isEqualTo(REFUSED);
            assertThat(run(pooler, "current").text()).isEqualTo(REFUSED);
        }
        assertThat(relations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void refusesAPoolThatHasManySessionsToShare(int roundRobin) throws Exception {
        try (PgBouncer pooler =
                PgBouncer.before(project.database(), "transaction", "server_round_robin = " + roundRobin)) {
            openSessions(pooler, 5);
            assertThat(run(pooler, "upgrade").text()).isEqualTo(REFUSED);
        }
        assertThat(relations()).isEmpty();
    }

    private void openSessions(PgBouncer pooler, int count) throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Connection connection = DriverManager.getConnection(
                    "jdbc:" + pooler.url().replaceAll("//[^@]*@", "//"),
                    project.database().owner(),
                    project.database().password());
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1");
            }
            connections.add(connection);
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void refusesEveryOneOfSeveralRunners() throws Exception {
        try (PgBouncer pooler = PgBouncer.before(project.database(), "transaction")) {
            assertThat(atOnce(pooler)).allSatisfy(run -> assertThat(run.text()).isEqualTo(REFUSED));
        }
        assertThat(relations()).isEmpty();
    }

    @Test
    void runsInSessionMode() throws Exception {
        try (PgBouncer pooler = PgBouncer.before(project.database(), "session")) {
            assertThat(run(pooler, "upgrade").text()).startsWith("exit 0\napplied 1  users  TIME\n");
            assertThat(run(pooler, "upgrade").text())
                    .isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 4\n");
            assertThat(run(pooler, "current").exitCode()).isZero();
        }
        assertThat(relations()).containsExactly("counts", "flyway_schema_history", "users");
    }

    @Test
    void tellsWhoBlocksInSessionMode() throws Exception {
        try (PgBouncer pooler = PgBouncer.before(project.database(), "session");
                Connection other = project.database().connect();
                Statement statement = other.createStatement()) {
            run(pooler, "upgrade");
            project.with("V5__name.sql", "alter table users add name text;");
            other.setAutoCommit(false);
            statement.execute("select from users");
            assertThat(run(pooler, "upgrade", "--lock-budget", "0").err())
                    .contains("  blocker: process PID, \"PostgreSQL JDBC Driver\" of user \"app\", idle in transaction,"
                            + " its transaction open for TIME, last: select from users\n");
        }
    }

    @Test
    void severalRunnersInSessionModeApplyEachScriptOnce() throws Exception {
        try (PgBouncer pooler = PgBouncer.before(project.database(), "session")) {
            assertThat(atOnce(pooler))
                    .allSatisfy(run -> assertThat(run.exitCode()).as(run.text()).isZero());
        }
        assertThat(project.query("select count(*) from counts")).containsExactly("1");
        assertThat(project.query("select version from flyway_schema_history order by installed_rank"))
                .containsExactly("1", "2", "3", "4");
    }

    private List<Run> atOnce(PgBouncer pooler) throws InterruptedException {
        Callable<Run> upgrade = () -> run(pooler, "upgrade");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            return threads
                    .invokeAll(IntStream.range(0, 4).mapToObj(_ -> upgrade).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @Test
    void aPoolWithASingleSessionIsOurs() throws Exception {
        try (PgBouncer pooler = PgBouncer.before(project.database(), "session", "default_pool_size = 1")) {
            assertThat(run(pooler, "upgrade").exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ignore_startup_parameters = options, search_path, extra_float_digits"})
    void setsInSessionModeWhatThePoolerDoesNotPassOn(String settings) throws Exception {
        project.execute("alter role current_user in database \"%s\" set statement_timeout = '100ms'"
                .formatted(project.database().name()));
        try (PgBouncer pooler = PgBouncer.before(project.database(), "session", settings)) {
            Run run = run(pooler.url() + "?currentSchema=app", "upgrade");
            assertThat(run.exitCode()).as(run.text()).isZero();
        }
        String name = project.database().name();
        project.database()
                .server()
                .execute("alter role %s in database %s reset statement_timeout".formatted(name, name));
        assertThat(relations()).isEmpty();
        assertThat(project.query("select count(*) from app.counts")).containsExactly("1");
    }

    @Test
    void namesAParameterThatThePoolerRefuses() throws Exception {
        try (PgBouncer pooler = PgBouncer.before(project.database(), "session")) {
            assertThat(run(pooler.url() + "?options=-c%20work_mem%3D5MB", "upgrade")
                            .text())
                    .isEqualTo("""
                        exit 4
                        --- stderr
                        error: database app on localhost:PORT is not usable: it does not accept a connection setting
                          server: unsupported startup parameter: options (SQLSTATE 08P01)
                          state: nothing was changed; gave up after TIME and 1 attempt
                          help:  correct the settings in DATABASE_URL or PGOPTIONS
                        """);
        }
    }
}
