package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server refused a statement, or the commit after the last one.
public final class StatementFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Statement statement;
    private final transient ServerError error;

    StatementFailed(@Nullable Statement statement, SQLException cause) {
        super(cause.getMessage(), cause);
        this.statement = statement;
        this.error = ServerErrors.of(cause);
    }

    /// The statement, or nothing if it was the commit that failed.
    public Optional<Statement> statement() {
        return Optional.ofNullable(statement);
    }

    public ServerError error() {
        return error;
    }
}
