package dev.slipway.runner.postgres.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.FlywayLog;
import dev.slipway.runner.model.LockHolder;
import dev.slipway.runner.postgres.Histories;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunLockTest {
    private static final String TABLE = "flyway_schema_history";
    private static final long GATE = 4711;
    private static final long DEADLINE = 30_000_000_000L;

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    private static RunLock lock(Session session, String table) throws SQLException {
        return new RunLock(session, Histories.in(session, table));
    }

    @BeforeAll
    static void silence() {
        FlywayLog.silence();
    }

    @Test
    void oneSessionAtATimeHoldsIt() throws SQLException {
        try (Session second = Sessions.open(database)) {
            RunLock lock = lock(second, TABLE);
            try (Session first = Sessions.open(database)) {
                assertThat(lock.holder()).isEmpty();
                assertThat(lock(first, TABLE).tryAcquire()).isTrue();
                assertThat(lock.tryAcquire()).isFalse();
                LockHolder holder = lock.holder().orElseThrow();
                assertThat(holder)
                        .isEqualTo(new LockHolder(
                                first.backendPid(),
                                "slipway test",
                                database.owner(),
                                "127.0.0.1",
                                holder.seconds(),
                                holder.state(),
                                holder.query()));
                assertThat(holder.seconds()).isBetween(0L, 60L);
            }
            awaitFree(lock);
        }
    }

    /// The server ends a session a moment after its client has gone.
    private static void awaitFree(RunLock lock) throws SQLException {
        long deadline = System.nanoTime() + DEADLINE;
        while (!lock.tryAcquire()) {
            assertThat(System.nanoTime()).as("the lock is free in time").isLessThan(deadline);
        }
    }

    @Test
    void otherTablesSchemasAndDatabasesHaveTheirOwn() throws SQLException {
        TestDatabase elsewhere = PostgresServer.shared().createDatabase();
        database.execute("create schema app");
        try (Session first = Sessions.open(database);
                Session second = Sessions.open(database);
                Session schema = Sessions.open(database, "app");
                Session other = Sessions.open(elsewhere)) {
            assertThat(lock(first, TABLE).tryAcquire()).isTrue();
            assertThat(lock(other, TABLE).holder()).isEmpty();
            assertThat(lock(second, "other_history").tryAcquire()).isTrue();
            assertThat(lock(schema, TABLE).tryAcquire()).isTrue();
            assertThat(lock(other, TABLE).tryAcquire()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void waitsForStockFlyway(boolean transactionalLock, @TempDir Path folder) throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Session session = Sessions.open(database);
                Connection gate = closedGate()) {
            RunLock lock = lock(session, TABLE);
            Flyway flyway = stock(folder, transactionalLock);
            Future<MigrateResult> migration = thread.submit(flyway::migrate);
            awaitGateKeeper();
            assertThat(lock.tryAcquire()).isFalse();
            LockHolder holder = lock.holder().orElseThrow();
            assertThat(holder)
                    .isEqualTo(new LockHolder(
                            holder.pid(),
                            "Redgate_Flyway",
                            database.owner(),
                            "127.0.0.1",
                            holder.seconds(),
                            holder.state(),
                            holder.query()));
            assertThat(database.query("select pid from pg_locks where locktype = 'advisory' and granted and database = "
                            + "(select oid from pg_database where datname = current_database())"))
                    .contains("" + holder.pid());
            execute(gate, "select pg_advisory_unlock(%d)");
            assertThat(migration.get().migrationsExecuted).isEqualTo(1);
            awaitFree(lock);
        }
    }

    /// Holds a lock for which the script of stock Flyway waits.
    private Connection closedGate() throws SQLException {
        Connection connection = database.connect();
        execute(connection, "select pg_advisory_lock(%d)");
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(GATE));
        }
    }

    private void awaitGateKeeper() {
        long deadline = System.nanoTime() + DEADLINE;
        while (database.query("select from pg_locks where objid = %d and not granted".formatted(GATE))
                .isEmpty()) {
            assertThat(System.nanoTime()).as("the script begins in time").isLessThan(deadline);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stockFlywayWaitsForIt(boolean transactionalLock, @TempDir Path folder) throws Exception {
        Flyway flyway = stock(folder, transactionalLock);
        try (Session session = Sessions.open(database)) {
            assertThat(lock(session, TABLE).tryAcquire()).isTrue();
            assertThatThrownBy(flyway::migrate)
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("Number of retries exceeded while attempting to acquire");
            assertThat(database.query("select from pg_tables where schemaname = 'public'"))
                    .isEmpty();
        }
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
    }

    private Flyway stock(Path folder, boolean transactionalLock) throws Exception {
        Files.writeString(
                folder.resolve("V1__gate.sql"),
                "select pg_advisory_lock(%1$d); select pg_advisory_unlock(%1$d);".formatted(GATE));
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.password())
                .lockRetryCount(1)
                .locations("filesystem:" + folder);
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(transactionalLock);
        return configuration.load();
    }

    @Test
    void keepsStockFlywayFromAHistoryItHasJustCreated(@TempDir Path folder) throws Exception {
        try (Session session = Sessions.open(database)) {
            assertThat(lock(session, TABLE).tryAcquire()).isTrue();
            Histories.in(session, TABLE).create();
            Flyway flyway = stock(folder, true);
            assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayException.class);
            assertThat(List.of(flyway.info().applied())).isEmpty();
        }
    }
}
