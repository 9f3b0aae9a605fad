package dev.slipway.backend.database;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/// Runs statements of the service's own, one transaction at a time, on a connection of the pool.
@Singleton
public final class Transactions {
    private final TransactionOperations<Connection> operations;

    Transactions(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    /// What a transaction does.
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Commits what the work did, or rolls it back if it throws.
    public <T> T run(Work<T> work) {
        return operations.executeWrite(status -> {
            try {
                return work.on(status.getConnection());
            } catch (SQLException e) {
                throw new StatementFailure(e);
            }
        });
    }
}
