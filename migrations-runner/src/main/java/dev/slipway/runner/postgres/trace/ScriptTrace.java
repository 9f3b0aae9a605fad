package dev.slipway.runner.postgres.trace;

import dev.slipway.runner.model.script.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the statements of a script did, in their order.
public record ScriptTrace(List<StatementTrace> statements) {
    public ScriptTrace {
        statements = List.copyOf(statements);
    }

    /// @param relations only those that stood before the script, and only what this statement added
    public record StatementTrace(Statement statement, List<Touched> relations) {
        public StatementTrace {
            relations = List.copyOf(relations);
        }
    }

    /// What a statement did to a relation.
    ///
    /// @param relation qualified
    /// @param lock the strongest new lock, as `pg_locks` names it: `AccessExclusiveLock`; null if there is none
    /// @param rewritten whether its rows now stand in another file
    /// @param scanned whether all its rows were read
    public record Touched(
            String relation, @Nullable String lock, boolean rewritten, boolean scanned, boolean dropped) {}
}
