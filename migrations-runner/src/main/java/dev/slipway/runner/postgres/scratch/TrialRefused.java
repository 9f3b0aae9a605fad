package dev.slipway.runner.postgres.scratch;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.SQLException;

/// PostgreSQL refused a statement that was tried.
public final class TrialRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final String sql;
    private final transient ServerError error;

    public TrialRefused(String sql, SQLException cause) {
        super(cause.getMessage(), cause);
        this.sql = sql;
        this.error = ServerErrors.of(cause);
    }

    public String sql() {
        return sql;
    }

    public ServerError error() {
        return error;
    }
}
