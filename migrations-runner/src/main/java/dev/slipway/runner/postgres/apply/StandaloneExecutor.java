package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.sql.SQLException;
import java.time.Duration;

/// Runs the statements of a script without a transaction, each of which leaves in the history how far it came.
public final class StandaloneExecutor {
    /// Whatever a script under way has SET.
    private static final String WRITABLE = "set local transaction_read_only = off; ";

    private final Session session;
    private final HistoryTable history;
    private final ScriptExecutor executor;
    private Duration lockTimeout = Duration.ZERO;

    public StandaloneExecutor(Session session, HistoryTable history, ScriptExecutor executor) {
        this.session = session;
        this.history = history;
        this.executor = executor;
    }

    public Session session() {
        return session;
    }

    /// Makes the session ready. What the statements SET holds until the next script.
    public void begin(Duration timeout) throws StatementFailed {
        lockTimeout = timeout;
        executor.beginAlone(timeout);
    }

    /// Runs one statement that commits by itself.
    public void alone(Statement statement) throws StatementFailed {
        executor.alone(statement);
    }

    /// Runs one that waits by design for transactions of others, unless the script has SET how long it may.
    public void patiently(Statement statement) throws StatementFailed {
        lockTimeout(statement, lockTimeout, Duration.ZERO);
        try {
            executor.alone(statement);
        } catch (StatementFailed e) {
            if (!e.error().isConnectionLost()) {
                lockTimeout(statement, Duration.ZERO, lockTimeout);
            }
            throw e;
        }
        lockTimeout(statement, Duration.ZERO, lockTimeout);
    }

    private void lockTimeout(Statement statement, Duration from, Duration to) throws StatementFailed {
        asked(statement, () -> {
            executor.execute("""
                select pg_catalog.set_config('lock_timeout', '%d', false)
                from pg_catalog.pg_settings where name = 'lock_timeout' and setting = '%d'
                """.formatted(to.toMillis(), from.toMillis()));
            return true;
        });
    }

    /// Runs one statement and writes how far the script came in the same transaction.
    ///
    /// @return what there is of its row now
    public BegunRow together(Statement statement, ScriptProgress reached) throws StatementFailed {
        return committed(() -> {
            executor.alone(statement);
            checkDeferred(statement);
            return write(reached);
        });
    }

    private void checkDeferred(Statement statement) throws StatementFailed {
        asked(statement, () -> {
            executor.look("set constraints all immediate");
            return true;
        });
    }

    /// Asks or does something for a statement.
    public <T> T asked(Statement statement, DatabaseCall.Query<T> query) throws StatementFailed {
        try {
            return query.run();
        } catch (SQLException e) {
            throw StatementFailed.of(statement, e);
        }
    }

    /// Writes how far a script came, in a transaction of its own.
    ///
    /// @return what there is of its row now
    public BegunRow recordProgress(ScriptProgress reached) throws StatementFailed {
        return committed(() -> {
            executor.execute(WRITABLE);
            return write(reached);
        });
    }

    /// Writes the same in the transaction that the script itself began and is about to commit. What is deferred is
    /// looked at first, under the settings of the script.
    public BegunRow recordProgressWithin(ScriptProgress reached) throws StatementFailed {
        try {
            executor.look("set constraints all immediate");
            return write(reached);
        } catch (SQLException e) {
            throw abandoned(StatementFailed.ofCommit(e));
        } catch (StatementFailed e) {
            throw abandoned(e);
        }
    }

    private BegunRow write(ScriptProgress reached) throws SQLException, StatementFailed {
        executor.execute("set local search_path = pg_catalog; " + session.setLocalRole());
        BegunRow written = history.write(reached.row(), reached.begun(), reached.took(), false)
                .orElseThrow(StatementFailed::ofRecord);
        if (reached.contracts().isPresent()) {
            history.recordContract(reached.contracts().get());
        }
        return written;
    }

    private BegunRow committed(WatchedTry.Work<BegunRow> work) throws StatementFailed {
        try {
            session.connection().setAutoCommit(false);
            BegunRow now = work.run();
            session.connection().commit();
            session.connection().setAutoCommit(true);
            return now;
        } catch (SQLException e) {
            throw withdrawn(StatementFailed.ofCommit(e));
        } catch (StatementFailed e) {
            throw withdrawn(e);
        }
    }

    /// Takes back a transaction. What was SET before it holds.
    private StatementFailed withdrawn(StatementFailed failure) {
        try {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /// Takes back what a script began by itself and did not end.
    public StatementFailed abandoned(StatementFailed failure) {
        try {
            executor.execute("rollback");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /// Ends a script, in a transaction of its own.
    public void end(ScriptExecutor.Work<?> work) throws StatementFailed {
        try {
            session.connection().setAutoCommit(false);
            executor.execute(WRITABLE);
            work.run();
            session.connection().commit();
            session.connection().setAutoCommit(true);
        } catch (SQLException e) {
            throw executor.rolledBack(StatementFailed.ofCommit(e));
        } catch (StatementFailed e) {
            throw executor.rolledBack(e);
        } catch (SlipwayException e) {
            throw executor.rolledBack(e);
        }
    }
}
