package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.LockPatience;
import dev.slipway.runner.postgres.lock.LockWatch;
import dev.slipway.runner.postgres.sql.ServerErrors;
import dev.slipway.runner.sql.EncodingSetting;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs the statements of one script on the one connection of the run.
public final class ScriptExecutor {
    private static final String QUERY_CANCELED = "57014";

    private final Session session;
    private final HistoryTable history;
    private final ScriptPlans plans;
    private String wait = "";
    private Consumer<ServerMessage> listener = _ -> {};
    private @Nullable LockWatch watch;
    private boolean clean; // as if no script had run in the session

    public ScriptExecutor(Session session, HistoryTable history) {
        this.session = session;
        this.history = history;
        this.plans = new ScriptPlans(session);
    }

    /// Hands on what the server says about the statements that run from now on.
    public void hear(Consumer<ServerMessage> other) {
        listener = other;
    }

    /// Has it watched who keeps statements waiting for locks, and how long.
    public void watch(LockWatch other) {
        watch = other;
    }

    /// What is done in a transaction.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws StatementFailed;
    }

    /// Does it in one transaction and commits: afterwards either all of it stands or none.
    ///
    /// @param lockTimeout bounds each wait for a lock, and all of them together
    public <T> T inTransaction(Duration lockTimeout, Work<T> work) throws StatementFailed {
        return once(LockPatience.ofWaits(lockTimeout), () -> {
            session.connection().setAutoCommit(false);
            new SimpleQuery(session.connection(), _ -> {}).begin("begin; " + ready(lockTimeout));
            T result = work.run();
            session.connection().commit();
            session.connection().setAutoCommit(true);
            return result;
        });
    }

    /// Runs statements in the transaction that is open.
    ///
    /// @return how long they took
    public Duration run(List<Statement> statements) throws StatementFailed {
        long start = System.nanoTime();
        for (Statement statement : statements) {
            execute(statement);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// Writes what tells of a script in the transaction that is open.
    public ScriptRecord record() {
        return new ScriptRecord(session, history);
    }

    /// Ends the script in the transaction that is open, writes its rows of the history and commits, all in one round
    /// trip: for a script whose result nobody looks at.
    ///
    /// @param contracts the applied revisions that are contracts, if the script changes them
    public void endAndCommit(List<NewRow> rows, Duration executionTime, Optional<Collection<Version>> contracts)
            throws StatementFailed {
        commit(leftovers() + "; " + history.completion(rows, executionTime, contracts));
    }

    /// Writes the rows of a script that has ended, and commits, in one round trip.
    ///
    /// @param contracts the applied revisions that are contracts, if the script changes them
    /// @param statements that belong to the rows, each ending in `; `
    public void commit(
            List<NewRow> rows, Duration executionTime, Optional<Collection<Version>> contracts, String statements)
            throws StatementFailed {
        commit(history.completion(rows, executionTime, contracts) + statements);
    }

    private void commit(String ending) throws StatementFailed {
        try {
            plans.ended(deferring().column(ScriptPlans.COLUMN, ending + "commit"));
        } catch (SQLException e) {
            throw history.isOvertaken(e) ? StatementFailed.ofRecord() : StatementFailed.ofCommit(e);
        }
        clean = true;
    }

    /// Tries something with this patience, and rolls it back if it fails.
    <T> T once(LockPatience patience, WatchedTry.Work<T> work) throws StatementFailed {
        return new WatchedTry(this, watch).of(patience, work);
    }

    /// Makes the transaction that is open ready for the statements of a script.
    public void beginWithin(Duration lockTimeout) throws StatementFailed {
        StatementFailed.ending(() -> execute(ready(lockTimeout)));
    }

    /// Runs the statements of a script in the transaction that is open, as if they began one and committed it. If one
    /// fails, nothing of them is left, and the transaction goes on.
    public void runWithin(List<Statement> statements) throws StatementFailed {
        StatementFailed.ending(() -> execute("savepoint slipway_script"));
        try {
            beginWithin(Duration.ZERO);
            run(statements);
            endWithin();
        } catch (StatementFailed e) {
            if (!e.error().isConnectionLost()) {
                StatementFailed.ending(
                        () -> execute("rollback to savepoint slipway_script; release savepoint slipway_script"));
            }
            throw e;
        }
        StatementFailed.ending(() -> execute("release savepoint slipway_script"));
    }

    /// Ends a script in the transaction that is open, which goes on as if it had just begun.
    public void endWithin() throws StatementFailed {
        takeLeftovers();
        StatementFailed.ending(() -> DeferredConstraints.restore(session));
    }

    /// Commits the transaction that is open; a deferred constraint may refuse it.
    public void commitWithin() throws StatementFailed {
        StatementFailed.ending(session.connection()::commit);
    }

    /// Makes the session ready for statements that commit by themselves. What they SET holds until the next script.
    public void beginAlone(Duration lockTimeout) throws StatementFailed {
        wait = "set local lock_timeout = " + lockTimeout.toMillis();
        StatementFailed.ending(() -> execute(prepared() + "set lock_timeout = " + lockTimeout.toMillis()));
    }

    /// Runs one statement that commits by itself.
    public void alone(Statement statement) throws StatementFailed {
        new WatchedTry(this, watch).alone(() -> execute(statement));
    }

    /// Ends what a script left in the session, outside of a transaction.
    public void forget() throws SQLException {
        wait = "";
        take(new SimpleQuery(session.connection(), _ -> {}));
        clean = true;
    }

    private String ready(Duration lockTimeout) {
        wait = "set local lock_timeout = " + lockTimeout.toMillis();
        return prepared() + wait;
    }

    /// The statements that take back what was SET before, if anything may have been.
    private String prepared() {
        String settings = clean ? session.naming() : Leftovers.settings(session);
        clean = false;
        return plans.drop() + settings;
    }

    /// Afterwards the session acts as the role of the run, to which the history belongs.
    public void takeLeftovers() throws StatementFailed {
        StatementFailed.ending(() -> take(deferring()));
    }

    /// Runs one statement, and gives the SQLSTATE of the first warning about it, or an empty text.
    public String execute(Statement statement) throws StatementFailed {
        if (Thread.currentThread().isInterrupted()) {
            throw StatementFailed.of(statement, new SQLException("interrupted", QUERY_CANCELED));
        }
        if (EncodingSetting.isOther(statement.sql())) {
            listener.accept(new ServerMessage("NOTICE", EncodingSetting.PASSED_OVER, statement.firstLine()));
            return "";
        }
        String copyData = statement.copyData();
        Consumer<SQLWarning> messages =
                warning -> listener.accept(ServerErrors.message(warning, statement.firstLine()));
        try {
            if (copyData == null) {
                return new SimpleQuery(session.connection(), messages).run(statement.sql());
            }
            new CopyQuery(session.connection(), messages).run(statement.sql(), copyData);
            return "";
        } catch (SQLException e) {
            throw StatementFailed.of(statement, e);
        } finally {
            plans.after(statement.sql());
        }
    }

    private void take(SimpleQuery query) throws SQLException {
        plans.dropNow(query.column(ScriptPlans.COLUMN, leftovers()));
    }

    private String leftovers() {
        return Leftovers.take(session, history.lockKey()) + plans.ending() + wait;
    }

    /// What the server says of what is deferred belongs to no line.
    void look(String sql) throws SQLException {
        deferring().run(sql);
    }

    private SimpleQuery deferring() {
        return SimpleQuery.hearingTheFirst(session.connection(), it -> listener.accept(ServerErrors.message(it, 0)));
    }

    void execute(String sql) throws SQLException {
        new SimpleQuery(session.connection(), _ -> {}).run(sql);
    }

    /// On a broken connection the server rolls back by itself. An interrupt, which cancels what runs, waits until then.
    public <E extends Exception> E rolledBack(E failure) {
        boolean interrupted = Thread.interrupted();
        try {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
            forget();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return failure;
    }
}
