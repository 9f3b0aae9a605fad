package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.Blocker;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.SQLException;
import java.util.List;
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
        this(statement, cause, phase, List.of());
    }

    private StatementFailed(@Nullable Statement statement, SQLException cause, Phase phase, List<Blocker> blockers) {
        super(cause.getMessage(), cause);
        this.statement = statement;
        this.error = ServerErrors.of(cause).blockedBy(blockers);
        this.phase = phase;
    }

    /// @param blockers who kept it waiting when it was last looked at
    static StatementFailed of(Statement statement, SQLException cause, List<Blocker> blockers) {
        return new StatementFailed(statement, cause, Phase.STATEMENT, blockers);
    }

    static StatementFailed ofCommit(SQLException cause) {
        return new StatementFailed(null, cause, Phase.COMMIT);
    }

    static StatementFailed ofLook(SQLException cause) {
        return new StatementFailed(null, cause, Phase.LOOK);
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
