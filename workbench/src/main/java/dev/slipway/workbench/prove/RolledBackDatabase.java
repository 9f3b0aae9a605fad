package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.ConnectionLost;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.Rehearsal;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.workbench.trace.ScriptTrace;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// A scratch database in a transaction that is rolled back. Scripts run in it as if each had a transaction of its own.
///
/// A script that fails here may only do so because it is not alone: a value of an enum must be committed before it can
/// be used. So whatever was seen where one failed counts for nothing.
final class RolledBackDatabase implements TrialDatabase {
    private final ProofDatabase database;
    private final Session session;
    private final ScriptExecutor executor;
    private boolean failed;

    /// Whether a script broke the connection, so that only another one can tell more.
    private boolean broken;

    RolledBackDatabase(ProofDatabase database, Session session, ScriptExecutor executor) {
        this.database = database;
        this.session = session;
        this.executor = executor;
    }

    /// What is tried.
    @FunctionalInterface
    interface Work<T> {
        T run(RolledBackDatabase trial) throws ScriptRefused;
    }

    /// @return nothing if a script failed
    <T> Optional<T> trying(Work<T> work) {
        try {
            session.connection().setAutoCommit(false);
            T seen = work.run(this);
            session.connection().rollback();
            session.connection().setAutoCommit(true);
            return failed ? Optional.empty() : Optional.of(seen);
        } catch (ScriptRefused | SQLException e) {
            executor.rolledBack(e);
        } catch (SlipwayException e) {
            executor.rolledBack(e);
            if (e.failure() instanceof Interrupted || (e.failure() instanceof ConnectionLost && !broken)) {
                throw e;
            }
        }
        return Optional.empty();
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public Step step(Script script) {
        return database.steps(session).of(script);
    }

    @Override
    public List<Finding> faults(Script script) {
        return database.steps(session).faults(script);
    }

    /// What a script does.
    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws StatementFailed, SQLException;
    }

    private <T> T attempt(Step step, Attempt<T> attempt) throws ScriptRefused {
        try {
            return attempt.run();
        } catch (SQLException e) {
            failed = true;
            throw database.refused(step, StatementFailed.ofCommit(e));
        } catch (StatementFailed e) {
            failed = true;
            broken |= e.error().isDateStyle();
            throw database.refused(step, e);
        }
    }

    @Override
    public void run(Step step) throws ScriptRefused {
        attempt(step, () -> {
            executor.runWithin(step.statements());
            return step;
        });
    }

    /// Why the server refuses it, if it does. Here that is what is asked for, so what else is seen counts all the same.
    Optional<StatementFailed> refusal(Step step) {
        try {
            executor.runWithin(step.statements());
            return Optional.empty();
        } catch (StatementFailed e) {
            return Optional.of(database.refused(step, e).refusal());
        }
    }

    @Override
    public ScriptTrace trace(Step step) throws ScriptRefused {
        return attempt(step, () -> database.tracer().runWithin(step.statements()));
    }

    @Override
    public List<Loss> losses(Step step) throws ScriptRefused {
        return attempt(step, () -> new Rehearsal(session, executor).runWithin(List.of(ProofDatabase.rehearsed(step))));
    }

    @Override
    public Schema schema() {
        return database.schemaWithin();
    }
}
