package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.lock.LockWatch;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server refused a statement, or what follows the last one.
public final class StatementFailed extends Exception {
    private static final long serialVersionUID = 1;

    /// What was under way.
    public enum Phase {
        /// A statement of the script.
        STATEMENT,
        /// The commit, or what a deferred constraint checks before it.
        COMMIT,
        /// The look at the result: the script itself is without fault.
        LOOK,
        /// The history row, which another runner has written, or whose lock another runner holds.
        RECORD
    }

    private final transient @Nullable Statement statement;
    private final transient ServerError error;
    private final Phase phase;

    private StatementFailed(@Nullable Statement statement, SQLException cause, Phase phase) {
        this(statement, cause, ServerErrors.of(cause), phase);
    }

    private StatementFailed(@Nullable Statement statement, Throwable cause, ServerError error, Phase phase) {
        super(cause.getMessage(), cause);
        this.statement = statement;
        this.error = error;
        this.phase = phase;
    }

    static StatementFailed of(Statement statement, SQLException cause) {
        return new StatementFailed(statement, cause, Phase.STATEMENT);
    }

    /// The same, with what a second connection saw of it.
    StatementFailed seen(LockWatch watch) {
        return new StatementFailed(statement, this, watch.explained(error), phase);
    }

    /// The same, with more to know about it.
    public StatementFailed detailed(String more) {
        return new StatementFailed(statement, this, error.detailed(more), phase);
    }

    /// The same in other words.
    public StatementFailed worded(ServerError other) {
        return new StatementFailed(statement, this, other, phase);
    }

    /// The same, of the statement as it stands in the script.
    StatementFailed of(Statement other) {
        return new StatementFailed(other, this, error, phase);
    }

    public static StatementFailed ofCommit(SQLException cause) {
        return new StatementFailed(null, cause, Phase.COMMIT);
    }

    static StatementFailed ofLook(SQLException cause) {
        return new StatementFailed(null, cause, Phase.LOOK);
    }

    /// Looks at the result of a script.
    public static <T> T looking(DatabaseCall.Query<T> query) throws StatementFailed {
        try {
            return query.run();
        } catch (SQLException e) {
            throw ofLook(e);
        }
    }

    /// Writes what ends a script.
    public static void ending(DatabaseCall.Command command) throws StatementFailed {
        try {
            command.run();
        } catch (SQLException e) {
            throw ofCommit(e);
        }
    }

    public static StatementFailed ofRecord() {
        return new StatementFailed(null, new SQLException("another runner came in between"), Phase.RECORD);
    }

    public Phase phase() {
        return phase;
    }

    /// The statement, if it was one of the script that failed.
    public Optional<Statement> statement() {
        return Optional.ofNullable(statement);
    }

    public ServerError error() {
        return error;
    }
}
