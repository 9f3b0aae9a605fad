package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class PostgresServerTest {
    private final PostgresServer server = PostgresServer.shared();

    @Test
    void anOwnerMayCreateATable() {
        TestDatabase database = server.createDatabase();
        database.execute("create table t (a int, b text); insert into t values (1, null), (2, 'x')");
        assertThat(database.query("select * from t order by a")).containsExactly("1|", "2|x");
    }

    @Test
    void everyDatabaseIsFresh() {
        server.createDatabase().execute("create table t (a int)");
        server.createDatabase().execute("create table t (a int)");
    }

    @Test
    void anOwnerNeedsItsPassword() {
        TestDatabase database = server.createDatabase();
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.owner(), "wrong")
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }
}
