package dev.slipway.runner.postgres.client;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;

/// One moment of a database that another session can be given.
///
/// Source: https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-SNAPSHOT-SYNCHRONIZATION
public final class ExportedSnapshot implements AutoCloseable {
    private static final String QUERY = "select pg_catalog.pg_export_snapshot(), pg_catalog.now(),"
            + " pg_catalog.pg_encoding_to_char(encoding) from pg_catalog.pg_database"
            + " where datname = pg_catalog.current_database()";

    private final Connection connection;
    private final String id;
    private final Instant moment;
    private final String encoding;

    private ExportedSnapshot(Connection connection, ResultSet row) throws SQLException {
        this.connection = connection;
        this.id = row.getString(1);
        this.moment = row.getObject(2, OffsetDateTime.class).toInstant();
        this.encoding = row.getString(3);
    }

    /// Begins a transaction in which the server itself refuses every change.
    public static ExportedSnapshot of(Session session) {
        return DatabaseCall.query("export a snapshot", () -> {
            Connection connection = session.connection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // with row security on rows would be left out silently
                statement.execute("set transaction isolation level repeatable read, read only;"
                        + " set local row_security = off");
                try (ResultSet row = statement.executeQuery(QUERY)) {
                    row.next();
                    return new ExportedSnapshot(connection, row);
                }
            }
        });
    }

    public String id() {
        return id;
    }

    /// By the clock of the server.
    public Instant moment() {
        return moment;
    }

    /// Of the texts in the database.
    public String encoding() {
        return encoding;
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException _) {
            // the connection is gone, and the snapshot with it
        }
    }
}
