package dev.slipway.runner.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.testing.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules and server are asked the same, the server as superuser in a transaction that is rolled back.
final class TransactionRulesTest {
    private static final String ACTIVE_SQL_TRANSACTION = "25001";
    private static final PostgresServer SERVER = PostgresServer.shared();
    private static final String DATABASE = SERVER.createDatabase().name();

    /// Of PostgreSQL's reference, every statement that cannot run in a transaction block.
    static final List<String> ALONE = List.of(
            "create index concurrently i on t (a)",
            "create unique index concurrently if not exists i on t (a)",
            "CREATE\n\tINDEX  -- online\n CONCURRENTLY ON t (a)",
            "-- an index\n/* online */ create index /* yes */ concurrently i on t (a)",
            "drop index concurrently t_a",
            "drop index concurrently if exists t_a, t_b",
            "reindex index concurrently t_a",
            "reindex table concurrently t",
            "reindex (concurrently) table t",
            "reindex (verbose, concurrently) index t_a",
            "reindex (verbose) schema concurrently public",
            "reindex schema public",
            "reindex (verbose) schema public",
            "reindex database postgres",
            "reindex system postgres",
            "alter table parts detach partition part concurrently",
            "alter table if exists only public.parts detach partition \"part\" concurrently",
            "create database d",
            "drop database d",
            "drop database if exists d with (force)",
            "alter database postgres set tablespace pg_default",
            "create tablespace s location '/s'",
            "drop tablespace s",
            "create subscription other connection 'host=localhost' publication p",
            "drop subscription s",
            "alter subscription s refresh publication",
            "alter subscription s set publication p, q",
            "alter subscription s add publication q",
            "alter subscription s drop publication r",
            "alter system set work_mem = '8MB'",
            "alter system reset all",
            "vacuum",
            "vacuum full t",
            "vacuum (analyze) t",
            "cluster",
            "cluster verbose",
            "discard all",
            "commit prepared 'x'",
            "rollback prepared 'x'");

    /// Neighbours of those statements that run in a transaction block.
    static final List<String> TOGETHER = List.of(
            "create index concurrently_i on t (a)",
            "create index \"concurrently\" on t (a)",
            "create index i on t (a)",
            "drop index t_a",
            "reindex index t_a",
            "reindex table t",
            "reindex (verbose) table t",
            "reindex index \"t concurrently\"",
            "reindex (concurrently false) table t",
            "alter table parts detach partition part",
            "refresh materialized view concurrently m",
            "alter table t add column \"concurrently\" int",
            "alter type mood add value 'sad'",
            "alter database postgres set work_mem = '8MB'",
            "alter database postgres connection limit 10",
            "create schema vacuum",
            "comment on table t is 'vacuum; create index concurrently'",
            "analyze t",
            "cluster t using t_a",
            "cluster verbose t using t_b",
            "checkpoint",
            "discard plans",
            "discard temp",
            "create publication p for table t",
            "alter subscription s disable",
            "alter subscription s set publication p with (refresh = false)",
            "create role r",
            "create extension hstore",
            "truncate t",
            "do $$ begin perform 1; end $$",
            "create function f() returns int language sql begin atomic select 1; end",
            "prepare a as select 1",
            "listen l",
            "copy (select 1) to '/dev/null'",
            "lock table t",
            "set transaction isolation level serializable",
            "explain analyze select 1");

    /// Statements that end the transaction they stand in.
    static final List<String> ENDING = List.of(
            "commit",
            "COMMIT WORK",
            "commit transaction",
            "commit and chain",
            "commit and no chain",
            "end",
            "end transaction",
            "rollback",
            "rollback work",
            "rollback and chain",
            "abort",
            "abort transaction",
            "-- done\ncommit",
            "/* undone */ rollback");

    /// Neighbours of those statements that do not.
    static final List<String> KEEPING = List.of(
            "savepoint b",
            "release savepoint a",
            "release a",
            "rollback to a",
            "rollback to savepoint a",
            "rollback work to savepoint a",
            "rollback transaction to a",
            "set transaction read only",
            "select 'commit'",
            "-- commit\nselect 1",
            "create function commit() returns int language sql as 'select 1'",
            "do $$ begin end $$",
            "prepare commit as select 1");

    @BeforeAll
    static void objectsToWorkOn() throws SQLException {
        try (Connection connection = SERVER.connectAsSuperuser(DATABASE);
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table t (a int, b int);
                    create index t_a on t (a);
                    create index t_b on t (b);
                    create index "t concurrently" on t (a, b);
                    create table parts (a int) partition by list (a);
                    create table part partition of parts for values in (1);
                    create materialized view m as select 1 as a;
                    create unique index m_a on m (a);
                    create type mood as enum ('glad');
                    create subscription s connection 'host=localhost' publication p, r with (connect = false);
                    """);
        }
    }

    private static Statement statement(String sql) {
        return new Statement(sql, 1, 1, null);
    }

    @ParameterizedTest
    @FieldSource("ALONE")
    void knowsWhatTheServerRefusesInATransaction(String sql) {
        assertThat(TransactionRules.runsAlone(statement(sql))).isTrue();
        assertThatThrownBy(() -> executeInTransaction(sql))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo(ACTIVE_SQL_TRANSACTION);
    }

    @ParameterizedTest
    @FieldSource("TOGETHER")
    void knowsWhatTheServerTakesInATransaction(String sql) throws SQLException {
        assertThat(TransactionRules.runsAlone(statement(sql))).isFalse();
        executeInTransaction(sql);
    }

    /// A subscription takes some changes only while it is enabled, which nobody but this transaction sees.
    private static void executeInTransaction(String sql) throws SQLException {
        try (Connection connection = SERVER.connectAsSuperuser(DATABASE);
                java.sql.Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (sql.startsWith("alter subscription")) {
                statement.execute("alter subscription s enable");
            }
            if (sql.startsWith("set transaction")) {
                connection.rollback();
            }
            try {
                statement.execute(sql);
            } finally {
                connection.rollback();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reindex (tablespace s, concurrently) table t",
                "cluster (verbose)",
                "reindex system",
                "alter subscription s set (failover = true)"
            })
    void knowsFormsThatNotEveryServerHas(String sql) {
        assertThat(TransactionRules.runsAlone(statement(sql))).isTrue();
    }

    @ParameterizedTest
    @FieldSource("ENDING")
    void knowsWhatEndsATransaction(String sql) throws SQLException {
        assertThat(TransactionControl.of(statement(sql))).isNotEqualTo(TransactionControl.NONE);
        assertThat(transactionEndsAt(sql)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("KEEPING")
    void knowsWhatKeepsATransaction(String sql) throws SQLException {
        assertThat(TransactionControl.of(statement(sql))).isEqualTo(TransactionControl.NONE);
        assertThat(transactionEndsAt(sql)).isFalse();
    }

    private static boolean transactionEndsAt(String sql) throws SQLException {
        try (Connection connection = SERVER.connectAsSuperuser(DATABASE);
                java.sql.Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temporary table marker (a int) on commit drop; savepoint a");
            statement.execute(sql);
            try (ResultSet row = statement.executeQuery("select to_regclass('marker') is null")) {
                row.next();
                return row.getBoolean(1);
            } finally {
                connection.rollback();
            }
        }
    }
}
