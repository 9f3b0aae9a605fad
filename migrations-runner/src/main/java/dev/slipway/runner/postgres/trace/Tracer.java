package dev.slipway.runner.postgres.trace;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Runs the statements of a script for good on a scratch database, and watches them.
public final class Tracer {
    private final Session session;
    private final ScriptExecutor executor;

    public Tracer(Session session, ScriptExecutor executor) {
        this.session = session;
        this.executor = executor;
    }

    /// @param transactional whether all of them run in one transaction
    public ScriptTrace run(List<Statement> statements, boolean transactional) throws StatementFailed, SQLException {
        if (transactional) {
            executor.inTransaction(statements, Duration.ZERO, List.of(), null);
        } else {
            executor.beginAlone(statements, Duration.ZERO);
            for (Statement statement : statements) {
                executor.alone(statement);
            }
        }
        session.connection().setAutoCommit(true);
        return new ScriptTrace(List.of());
    }
}
