package dev.slipway.backend.database;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The database refused a statement.
public final class StatementFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    StatementFailure(SQLException cause) {
        super(cause);
    }

    /// The constraint that a row would have broken.
    public Optional<String> constraint() {
        return getCause() instanceof PSQLException refusal
                ? Optional.ofNullable(refusal.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
                : Optional.empty();
    }
}
