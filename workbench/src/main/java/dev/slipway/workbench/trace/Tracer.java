package dev.slipway.workbench.trace;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.workbench.trace.ScriptTrace.StatementTrace;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs the statements of a script for good on a scratch database, and watches them: what they lock, read, write and
/// rewrite is read from the catalog after each of them, on the same connection and in the same transaction. Nothing
/// is guessed from SQL, so that what a `do` block does is seen as well.
public final class Tracer {
    private final Session session;
    private final ScriptExecutor executor;
    private final KnownRelations relations;

    public Tracer(Session session, ScriptExecutor executor, KnownRelations relations) {
        this.session = session;
        this.executor = executor;
        this.relations = relations;
    }

    /// @param transactional whether all of them run in one transaction
    public ScriptTrace run(List<Statement> statements, boolean transactional) throws StatementFailed, SQLException {
        if (statements.isEmpty()) {
            return new ScriptTrace(List.of());
        }
        return trace(transactional ? together(statements) : alone(statements));
    }

    /// Runs them in the transaction that is open, which has done nothing yet.
    public ScriptTrace runWithin(List<Statement> statements) throws StatementFailed, SQLException {
        if (statements.isEmpty()) {
            return new ScriptTrace(List.of());
        }
        List<TracedStatement> watched = watched(statements);
        executor.endWithin();
        return trace(watched);
    }

    private List<TracedStatement> watched(List<Statement> statements) throws StatementFailed, SQLException {
        List<TracedStatement> watched = new ArrayList<>();
        executor.beginWithin(Duration.ZERO);
        CatalogSnapshot before = relations.first(session);
        for (Statement statement : statements) {
            executor.alone(statement);
            CatalogSnapshot after = CatalogSnapshotReader.after(session, before);
            watched.add(new TracedStatement(statement, 0, before, after, TracedStatement.Way.IN_TRANSACTION));
            before = after;
        }
        return watched;
    }

    private List<TracedStatement> together(List<Statement> statements) throws StatementFailed, SQLException {
        session.connection().setAutoCommit(false);
        List<TracedStatement> watched;
        try {
            watched = watched(statements);
            executor.takeLeftovers();
            KnownRelations.Left left = relations.left(session);
            executor.commitWithin();
            relations.commit(left);
        } catch (StatementFailed e) {
            throw executor.rolledBack(e);
        } catch (SQLException e) {
            throw executor.rolledBack(e);
        }
        session.connection().setAutoCommit(true);
        return watched;
    }

    private List<TracedStatement> alone(List<Statement> statements) throws StatementFailed, SQLException {
        relations.forget();
        return new NonTransactionalTrace(session, executor).run(statements);
    }

    private static ScriptTrace trace(List<TracedStatement> watched) {
        CatalogSnapshot first = watched.getFirst().before();
        CatalogSnapshot last = watched.getLast().after();
        return new ScriptTrace(
                watched.stream().map(one -> trace(one, first, last)).toList());
    }

    private static StatementTrace trace(TracedStatement watched, CatalogSnapshot first, CatalogSnapshot last) {
        List<CatalogChange> changes = new CatalogComparison(watched, first, last).changes();
        return new StatementTrace(
                watched.statement(), watched.transaction(), new TracedRows(watched, first, changes).touched(), changes);
    }
}
