package dev.slipway.workbench.alembic;

import java.util.List;

/// What a file of Alembic's SQL holds for one revision.
///
/// @param parents the ids of the revisions it builds on
/// @param line of the file, counted from 1
/// @param sql without what Alembic keeps for itself
/// @param leftOut whether the revision changes Alembic's own table, which nobody else has
/// @param mentions whether Alembic's own table is named in what is left
/// @param transaction whether all of it is one transaction
/// @param whole whether it ends as it should; else Alembic stopped there
record RevisionSql(
        String id,
        List<String> parents,
        int line,
        String sql,
        boolean leftOut,
        boolean mentions,
        boolean transaction,
        boolean whole) {
    RevisionSql {
        parents = List.copyOf(parents);
    }

    /// Whether another one makes the same of a database.
    boolean saysTheSame(RevisionSql other) {
        return sql.equals(other.sql) && transaction == other.transaction && parents.equals(other.parents);
    }
}
