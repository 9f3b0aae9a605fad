package dev.slipway.workbench.trace;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// Watches statements that commit by themselves.
///
/// Each is tried in a transaction of its own, where its locks can be seen before they are gone. PostgreSQL says of the
/// others that they cannot run so, and has done nothing then: they are run again without, and what they locked is not
/// seen but derived from what they did.
final class NonTransactionalTrace {
    /// SQLSTATE `active_sql_transaction`: PostgreSQL refuses the statement in a transaction block; as a warning, that
    /// the statement begins a transaction though there is one.
    private static final String IN_TRANSACTION = "25001";

    /// SQLSTATE `invalid_transaction_termination`: a procedure or block that commits.
    private static final String COMMITS = "2D000";

    private final Session session;
    private final Connection connection;
    private final ScriptExecutor executor;
    private final List<TracedStatement> watched = new ArrayList<>();
    private int transaction;

    NonTransactionalTrace(Session session, ScriptExecutor executor) {
        this.session = session;
        this.connection = session.connection();
        this.executor = executor;
    }

    List<TracedStatement> run(List<Statement> statements) throws StatementFailed, SQLException {
        executor.beginAlone(Duration.ZERO);
        for (Statement statement : statements) {
            if (isOpen()) {
                within(statement);
            } else {
                lone(statement);
            }
        }
        return watched;
    }

    /// In a transaction that the script itself began.
    private void within(Statement statement) throws StatementFailed, SQLException {
        CatalogSnapshot before = watched.getLast().after();
        executor.alone(statement);
        CatalogSnapshot after = isOpen()
                ? CatalogSnapshotReader.after(session, before)
                : CatalogSnapshotReader.afterCommit(session, before);
        add(statement, before, after, isOpen() ? TracedStatement.Way.IN_TRANSACTION : TracedStatement.Way.COMMITTING);
    }

    private void lone(Statement statement) throws StatementFailed, SQLException {
        transaction++;
        send("begin");
        CatalogSnapshot before = CatalogSnapshotReader.first(session);
        try {
            boolean begins = executor.execute(statement).equals(IN_TRANSACTION);
            add(statement, before, CatalogSnapshotReader.after(session, before), TracedStatement.Way.IN_TRANSACTION);
            if (!begins && isOpen()) {
                send("commit");
            }
        } catch (StatementFailed e) {
            if (e.error().isConnectionLost()) {
                throw e;
            }
            send("rollback");
            if (!Set.of(IN_TRANSACTION, COMMITS).contains(e.error().sqlState())) {
                throw e;
            }
            executor.alone(statement);
            boolean refused = e.error().sqlState().equals(IN_TRANSACTION);
            add(
                    statement,
                    before,
                    CatalogSnapshotReader.afterCommit(session, before),
                    refused ? TracedStatement.Way.ALONE : TracedStatement.Way.COMMITTING);
        }
    }

    private void add(Statement statement, CatalogSnapshot before, CatalogSnapshot after, TracedStatement.Way way) {
        watched.add(new TracedStatement(statement, transaction, before, after, way));
    }

    private boolean isOpen() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private void send(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
