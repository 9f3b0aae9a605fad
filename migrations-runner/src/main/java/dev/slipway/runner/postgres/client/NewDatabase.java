package dev.slipway.runner.postgres.client;

import dev.slipway.runner.postgres.connect.ConnectAttempt;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CreateDatabase;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.sql.DropDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A database that is made beside another. Unless it is kept, it is dropped.
public final class NewDatabase implements AutoCloseable {
    private final Session beside;
    private final String name;
    private boolean kept;

    private NewDatabase(Session beside, String name) {
        this.beside = beside;
        this.name = name;
    }

    public static boolean exists(Session session, String name) throws SQLException {
        try (PreparedStatement query =
                session.connection().prepareStatement("select from pg_catalog.pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /// @param encoding of its texts
    public static NewDatabase create(Session beside, String name, String encoding) {
        DatabaseCall.run(
                "create database \"%s\"".formatted(name),
                () -> CreateDatabase.named(name, "template0 encoding '%s'".formatted(encoding), beside.connection()));
        return new NewDatabase(beside, name);
    }

    public ConnectAttempt connect() throws InterruptedException {
        return beside.origin().attemptIn(name);
    }

    public void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            DropDatabase.named(name, beside.connection());
        } catch (SQLException _) {
            // the server is gone; what is left of it is told by its name
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
