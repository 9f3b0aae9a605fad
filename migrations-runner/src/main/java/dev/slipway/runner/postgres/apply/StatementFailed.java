package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server refused a statement, or what follows the last one: a look at the result, and the commit.
public final class StatementFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Statement statement;
    private final transient ServerError error;
    private final boolean ofLook;

    private StatementFailed(@Nullable Statement statement, SQLException cause, boolean ofLook) {
        super(cause.getMessage(), cause);
        this.statement = statement;
        this.error = ServerErrors.of(cause);
        this.ofLook = ofLook;
    }

    StatementFailed(@Nullable Statement statement, SQLException cause) {
        this(statement, cause, false);
    }

    static StatementFailed ofLook(SQLException cause) {
        return new StatementFailed(null, cause, true);
    }

    /// Whether the script itself is without fault, and only its result could not be looked at.
    public boolean isOfLook() {
        return ofLook;
    }

    /// The statement, or nothing if it was the commit that failed, or the look at the result.
    public Optional<Statement> statement() {
        return Optional.ofNullable(statement);
    }

    public ServerError error() {
        return error;
    }
}
