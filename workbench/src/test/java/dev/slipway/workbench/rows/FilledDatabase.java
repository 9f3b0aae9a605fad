package dev.slipway.workbench.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;

/// A database whose tables a test makes and has filled with rows.
record FilledDatabase(TestDatabase database) {
    static FilledDatabase create() {
        return new FilledDatabase(PostgresServer.shared().createDatabase());
    }

    /// @param sql makes the tables
    TableFiller.Filled fill(String sql, String... touched) throws SQLException {
        database.execute(sql);
        try (Session session = Sessions.open(database)) {
            return TableFiller.fill(session, List.of(touched));
        }
    }

    /// The table has rows, and so has each that it needs.
    void isFilled(String sql, String table) throws SQLException {
        TableFiller.Filled filled = fill(sql, table);
        assertThat(filled.unfilled()).isEmpty();
        assertThat(filled.tables()).contains(table);
    }

    void execute(String sql) {
        database.execute(sql);
    }

    List<String> query(String sql) {
        return database.query(sql);
    }
}
