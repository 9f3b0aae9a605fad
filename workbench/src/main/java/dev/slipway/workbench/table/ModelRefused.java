package dev.slipway.workbench.table;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.SQLException;

/// PostgreSQL refused what an entity asks for.
public final class ModelRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final String origin;
    private final String sql;
    private final transient ServerError error;

    ModelRefused(String origin, String sql, SQLException cause) {
        super(cause.getMessage(), cause);
        this.origin = origin;
        this.sql = sql;
        this.error = ServerErrors.of(cause);
    }

    /// The entity.
    public String origin() {
        return origin;
    }

    public String sql() {
        return sql;
    }

    public ServerError error() {
        return error;
    }
}
