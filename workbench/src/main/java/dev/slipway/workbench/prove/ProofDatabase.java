package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.step.StepFailure;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.Rehearsal;
import dev.slipway.runner.postgres.apply.RehearsedStatement;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.LockPatience;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.trace.KnownRelations;
import dev.slipway.workbench.trace.ScriptTrace;
import dev.slipway.workbench.trace.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A scratch database on which scripts are tried for good. It has a history table, since scripts may grant rights on
/// it, but no row in it.
final class ProofDatabase implements TrialDatabase, AutoCloseable {
    private final ScratchDatabase database;
    private final ProveRequest request;
    private final NamesFound names;

    private final KnownSchema schema;
    private final KnownRelations relations = new KnownRelations();
    private @Nullable HistoryTable history;

    private ProofDatabase(ScratchDatabase database, ProveRequest request, NamesFound names) {
        this.database = database;
        this.request = request;
        this.names = names;
        this.schema = new KnownSchema(this::session, SchemaScope.without(request.historyTable()), database::isMadeUp);
    }

    /// On a database with nothing in it.
    ///
    /// @param names under which its schema is read
    static ProofDatabase begin(ScratchDatabase empty, ProveRequest request, NamesFound names) {
        ProofDatabase trial = new ProofDatabase(empty, request, names);
        DatabaseCall.run("create the history table", () -> trial.history().create());
        return trial;
    }

    /// Another that is equal to this one, on a database of its own.
    ProofDatabase copy() {
        disconnect();
        ProofDatabase copy = new ProofDatabase(database.copy(), request, names);
        copy.schema.copy(schema);
        return copy;
    }

    private void disconnect() {
        schema.disconnect();
        history = null;
        database.disconnect();
    }

    @Override
    public Session session() {
        return database.session();
    }

    @Override
    public Step step(Script script) {
        return steps(session()).of(script);
    }

    @Override
    public List<Finding> faults(Script script) {
        return steps(session()).faults(script);
    }

    ScriptSteps steps(Session session) {
        return new ScriptSteps(request.placeholders().apply(session));
    }

    @Override
    public void run(Step step) throws ScriptRefused {
        attempt(step, () -> {
            runOnce(step);
            return step;
        });
    }

    /// Runs it as if at another time; the database is of no other use then.
    void runElsewhere(Step step) throws ScriptRefused {
        DatabaseCall.run("shift the clock", () -> ShiftedClock.prepare(session()));
        run(new Step(step.script(), step.checksum(), ShiftedClock.of(step.statements()), step.transactional()));
    }

    /// What a transaction leaves if it commits.
    private record Left(List<Change> changes, KnownRelations.Left relations) {}

    private void runOnce(Step step) throws StatementFailed {
        ScriptExecutor executor = executor();
        if (step.transactional()) {
            Left left = executor.inTransaction(Duration.ZERO, () -> {
                executor.run(step.statements());
                executor.takeLeftovers();
                return StatementFailed.looking(() -> new Left(schema.changes(), relations.left(session())));
            });
            schema.commit(left.changes());
            relations.commit(left.relations());
        } else {
            schema.forget();
            relations.forget();
            executor.beginAlone(Duration.ZERO);
            for (Statement statement : step.statements()) {
                executor.alone(statement);
            }
        }
        forget();
    }

    @Override
    public ScriptTrace trace(Step step) throws ScriptRefused {
        return attempt(step, () -> {
            schema.forget();
            ScriptTrace trace = DatabaseCall.trying(
                    "watch " + step.script().label(), () -> tracer().run(step.statements(), step.transactional()));
            forget();
            return trace;
        });
    }

    /// Tries things in a transaction that is rolled back, which costs a small part of what another database does.
    ///
    /// @return nothing if only a run for good can tell
    <T> Optional<T> aside(RolledBackDatabase.Work<T> work) {
        schema.watch();
        schema.read();
        Optional<T> seen = new RolledBackDatabase(this, session(), executor()).trying(work);
        forget();
        return seen;
    }

    @Override
    public List<Loss> losses(Step step) throws ScriptRefused {
        return attempt(
                step,
                () -> new Rehearsal(session(), executor()).run(List.of(rehearsed(step)), LockPatience.unbounded()));
    }

    static Rehearsal.Part rehearsed(Step step) {
        return new Rehearsal.Part(
                step.script().file().fileName(),
                RehearsedStatement.together(step.statements()),
                Duration.ZERO,
                _ -> {});
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws StatementFailed;
    }

    /// Once more for each role that is missing, as long as it can be made up and nothing of the script has stayed.
    private <T> T attempt(Step step, Attempt<T> attempt) throws ScriptRefused {
        while (true) {
            Set<Long> roles = database.roles();
            try {
                return attempt.run();
            } catch (StatementFailed e) {
                if (!step.transactional() || !database.makeUpRole(e.error())) {
                    throw refused(step, e);
                }
            } finally {
                database.rolesChanged(roles, step.script().file().text());
            }
        }
    }

    /// @throws SlipwayException if it was not the script that was refused: the connection broke, or the run is
    /// interrupted
    ScriptRefused refused(Step step, StatementFailed cause) {
        if (cause.error().isDateStyle()) {
            disconnect();
            return refused(step, cause.worded(ScriptRefused.DATE_STYLE));
        }
        SlipwayException failed = StepFailure.of(
                step, cause, new RunProgress(Direction.PROOF, List.of()), new ScriptFailed.Rest.Dropped());
        if (failed.failure() instanceof ScriptFailed refused) {
            return new ScriptRefused(refused, cause, () -> database.lacksExtension(cause.error()));
        }
        throw failed;
    }

    @Override
    public Schema schema() {
        return names.in(schema.read());
    }

    /// The schema with what the open transaction has changed.
    Schema schemaWithin() {
        return names.in(schema.changed());
    }

    /// What a script left in its session must not reach the next one, nor what is read of the schema.
    private void forget() {
        DatabaseCall.run("forget the session of a script", executor()::forget);
    }

    Tracer tracer() {
        return new Tracer(session(), executor(), relations);
    }

    ScriptExecutor executor() {
        return new ScriptExecutor(session(), history());
    }

    private HistoryTable history() {
        HistoryTable known = history;
        if (known == null) {
            Session session = session();
            ScriptSet scripts = request.graph().scripts();
            known = new HistoryTable(
                    session,
                    HistorySearch.find(session, request.historyTable(), scripts, _ -> {})
                            .place());
            history = known;
        }
        return known;
    }

    @Override
    public void close() {
        database.close();
    }
}
