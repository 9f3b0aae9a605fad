package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.script.Statement;
import java.util.List;

/// A statement of a script that is rehearsed.
///
/// @param statement as it stands in the script
/// @param form what is tried in its place; another than the statement itself if that is only for outside of a
/// transaction, and then it holds its locks longer than the statement would
/// @param givenUp why it is not tried, or an empty text
public record RehearsedStatement(Statement statement, Statement form, Way way, String givenUp) {
    /// How a statement runs for good.
    public enum Way {
        /// In one transaction with the rest of its script.
        TOGETHER,
        /// In a transaction that its script begins and commits by itself.
        WITHIN,
        /// It is the commit of such a transaction.
        COMMIT,
        /// By itself.
        ALONE,
        /// By itself, after an earlier run began it: it may be done, and refused for that.
        BEGUN,
        /// By itself, though it is only for transactions.
        MISPLACED
    }

    /// The statements of a script that runs in one transaction.
    public static List<RehearsedStatement> together(List<Statement> statements) {
        return statements.stream().map(statement -> of(statement, Way.TOGETHER)).toList();
    }

    public static RehearsedStatement of(Statement statement, Way way) {
        return new RehearsedStatement(statement, statement, way, "");
    }

    /// Whether it may hold its locks only as long as others may be kept waiting.
    public boolean isBounded() {
        return !form.equals(statement);
    }

    /// Whether it runs in no transaction but its own.
    boolean isAlone() {
        return way == Way.ALONE || way == Way.BEGUN;
    }

    /// Whether a transaction ends with it.
    boolean commits() {
        return isAlone() || way == Way.COMMIT;
    }
}
