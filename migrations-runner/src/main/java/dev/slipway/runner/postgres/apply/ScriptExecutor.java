package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Runs the statements of one script on the one connection of the run.
public final class ScriptExecutor {
    private static final Pattern ROLE = Pattern.compile("\\b(role|authorization)\\b", Pattern.CASE_INSENSITIVE);

    private final Session session;
    private final HistoryTable history;
    private boolean changesRole;

    public ScriptExecutor(Session session, HistoryTable history) {
        this.session = session;
        this.history = history;
    }

    /// Runs all statements and writes the history rows in one transaction: afterwards either all of it stands or none.
    ///
    /// @param contract the contract revisions to record with it, or null to leave that record as it is
    /// @return how long it took
    public Duration inTransaction(
            List<Statement> statements, Duration lockTimeout, List<NewRow> rows, @Nullable Collection<Version> contract)
            throws StatementFailed {
        return inTransaction(statements, lockTimeout, new Ending(rows, contract, Ending.Check.NONE));
    }

    /// Runs all statements and ends the script in one transaction: afterwards either all of it stands or none.
    ///
    /// @return how long the statements took
    public Duration inTransaction(List<Statement> statements, Duration lockTimeout, Ending ending)
            throws StatementFailed {
        long start = System.nanoTime();
        try {
            session.connection().setAutoCommit(false);
            runIn(statements, lockTimeout);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (changesRole(statements)) {
                restoreRole();
            }
            end(took, ending);
            return took;
        } catch (SQLException e) {
            throw rolledBack(new StatementFailed(null, e));
        } catch (StatementFailed e) {
            throw rolledBack(e);
        } catch (SlipwayException e) {
            throw rolledBack(e);
        }
    }

    /// Runs all statements of a script in the transaction that is open.
    void runIn(List<Statement> statements, Duration lockTimeout) throws StatementFailed {
        beginWithin(lockTimeout);
        for (Statement statement : statements) {
            execute(statement);
        }
    }

    /// Makes the transaction that is open ready for the statements of a script.
    public void beginWithin(Duration lockTimeout) throws StatementFailed {
        try {
            prepare("set local lock_timeout = " + lockTimeout.toMillis());
        } catch (SQLException e) {
            throw new StatementFailed(null, e);
        }
    }

    /// Commits the transaction that is open; a deferred constraint may refuse it.
    public void commitWithin() throws StatementFailed {
        try {
            restoreRole();
            session.connection().commit();
        } catch (SQLException e) {
            throw new StatementFailed(null, e);
        }
    }

    /// Makes the session ready for statements that commit by themselves. What they SET holds until the next script.
    public void beginAlone(List<Statement> statements, Duration lockTimeout) throws StatementFailed {
        changesRole = changesRole(statements);
        try {
            prepare("set lock_timeout = " + lockTimeout.toMillis());
        } catch (SQLException e) {
            throw new StatementFailed(null, e);
        }
    }

    /// Runs one statement that commits by itself.
    public void alone(Statement statement) throws StatementFailed {
        execute(statement);
    }

    /// Runs one statement, and gives the SQLSTATE of the first warning about it, or an empty text.
    public String warned(Statement statement) throws StatementFailed {
        return execute(statement);
    }

    /// Writes how far a script without a transaction came, in a transaction of its own.
    public void recordProgress(NewRow row, Duration executionTime) throws StatementFailed {
        try {
            session.connection().setAutoCommit(false);
            if (changesRole) {
                execute(session.setLocalRole());
            }
            write(List.of(row), executionTime, false);
            session.connection().commit();
            session.connection().setAutoCommit(true);
        } catch (SQLException e) {
            throw rolledBack(new StatementFailed(null, e));
        }
    }

    /// Writes the same in the transaction that the script itself began and is about to commit.
    public void recordProgressWithin(NewRow row, Duration executionTime) throws StatementFailed {
        try {
            if (changesRole) {
                execute(session.setLocalRole());
            }
            write(List.of(row), executionTime, false);
        } catch (SQLException e) {
            throw new StatementFailed(null, e);
        }
    }

    /// Takes back what a script began by itself and did not end.
    public StatementFailed abandoned(StatementFailed failure) {
        try {
            execute("rollback");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /// Ends a script without a transaction, in a transaction of its own.
    public void endAlone(Duration executionTime, Ending ending) throws StatementFailed {
        try {
            session.connection().setAutoCommit(false);
            if (changesRole) {
                execute(session.setLocalRole());
            }
            end(executionTime, ending);
        } catch (SQLException e) {
            throw rolledBack(new StatementFailed(null, e));
        } catch (StatementFailed e) {
            throw rolledBack(e);
        } catch (SlipwayException e) {
            throw rolledBack(e);
        }
    }

    private void end(Duration executionTime, Ending ending) throws SQLException, StatementFailed {
        try {
            ending.check().before().run();
        } catch (SQLException e) {
            throw StatementFailed.ofLook(e);
        }
        write(ending.rows(), executionTime, true);
        Collection<Version> contract = ending.contract();
        if (contract != null) {
            history.recordContract(contract);
        }
        ending.check().after().run();
        session.connection().commit();
        session.connection().setAutoCommit(true);
    }

    private void write(List<NewRow> rows, Duration executionTime, boolean success) throws SQLException {
        for (NewRow row : rows) {
            history.write(row, executionTime, success);
        }
    }

    /// Takes back what an earlier script of this session may have SET, then sets the timeout.
    private void prepare(String setting) throws SQLException {
        execute("reset session authorization; %s; reset all; %s%s"
                .formatted(session.setRole(), session.afterReset(), setting));
    }

    /// The history belongs to the role of the run, whatever role a script took on.
    void restoreRole() throws SQLException {
        execute("reset session authorization; " + session.setRole());
    }

    /// Whether statements may act as another role than that of the run.
    public static boolean changesRole(List<Statement> statements) {
        return statements.stream()
                .anyMatch(statement -> ROLE.matcher(statement.sql()).find());
    }

    private String execute(Statement statement) throws StatementFailed {
        String copyData = statement.copyData();
        try {
            if (copyData == null) {
                return execute(statement.sql());
            }
            session.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement.sql(), new StringReader(copyData));
            return "";
        } catch (SQLException e) {
            throw new StatementFailed(statement, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String execute(String sql) throws SQLException {
        try (java.sql.Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            SQLWarning warning = statement.getWarnings();
            return warning == null ? "" : Objects.requireNonNullElse(warning.getSQLState(), "");
        }
    }

    /// On a broken connection the server rolls back by itself.
    public <E extends Exception> E rolledBack(E failure) {
        try {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
