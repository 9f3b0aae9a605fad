package dev.slipway.workbench.trace;

import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.script.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the statements of a script did to relations that stood before it, in their order.
public record ScriptTrace(List<StatementTrace> statements) {
    public ScriptTrace {
        statements = List.copyOf(statements);
    }

    /// @param transaction counted from 0; statements with the same number ran in one transaction
    /// @param relations only what this statement added
    public record StatementTrace(
            Statement statement, int transaction, List<Touched> relations, List<CatalogChange> changes) {
        public StatementTrace {
            relations = List.copyOf(relations);
            changes = List.copyOf(changes);
        }
    }

    /// What a statement did to a relation that is no index; what it did to an index counts for the table.
    ///
    /// @param relation qualified, as it can stand in SQL
    /// @param root the topmost relation that it is a part of, or itself
    /// @param lock the strongest new one, or null if there is none
    public record Touched(
            String relation,
            RelationKind kind,
            String root,
            @Nullable LockMode lock,
            File file,
            Reading reading,
            Rows rows) {}

    /// Which rows were read.
    public enum Reading {
        NONE,
        /// Those with a unique key.
        BY_KEY,
        /// All of them, or as many as there are.
        WHOLE
    }

    /// What became of the file that holds the rows.
    public enum File {
        KEPT,
        REWRITTEN,
        /// TRUNCATE gives a table a new, empty file.
        EMPTIED,
        DROPPED
    }

    /// How rows were written.
    public enum Rows {
        NOT_WRITTEN,
        /// Rows that the statement gives itself, or looks up by a unique key: their number does not grow with the data.
        FEW,
        /// As many as there are.
        MANY
    }
}
