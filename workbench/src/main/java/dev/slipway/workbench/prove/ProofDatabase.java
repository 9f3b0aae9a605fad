package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.engine.step.StepFailure;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptNote;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.Rehearsal;
import dev.slipway.runner.postgres.apply.RehearsedStatement;
import dev.slipway.runner.postgres.apply.ScriptExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.LockPatience;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.trace.ScriptTrace;
import dev.slipway.workbench.trace.Tracer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A scratch database on which scripts are tried for good. It has a history table, since scripts may grant rights on
/// it, but no row in it.
final class ProofDatabase implements AutoCloseable {
    private final ScratchDatabase database;
    private final ProveRequest request;
    private final NamesFound names;

    /// The schema, as long as nothing has run since it was read.
    private @Nullable Schema schema;

    private ProofDatabase(ScratchDatabase database, ProveRequest request, NamesFound names) {
        this.database = database;
        this.request = request;
        this.names = names;
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
        ProofDatabase copy = new ProofDatabase(database.copy(), request, names);
        copy.schema = schema;
        return copy;
    }

    Session session() {
        return database.session();
    }

    Step step(Script script) {
        return StepReader.read(List.of(script), request.placeholders().apply(session()))
                .getFirst();
    }

    /// Why a script cannot even be read, so that the server never sees it.
    List<Finding> faults(Script script) {
        return StepReader.inspect(List.of(script), request.placeholders().apply(session())).problems().stream()
                .map(problem -> new Finding(
                        problem.where(),
                        "it cannot be read: " + problem.what(),
                        "no database gets past it, and what builds on it is not proved",
                        problem.help()))
                .toList();
    }

    /// What is worth knowing of how a script runs: that it has transactions of its own.
    List<String> notes(Script script) {
        return StepReader.inspect(List.of(script), request.placeholders().apply(session())).notes().stream()
                .filter(note -> note.line() > 0)
                .map(ScriptNote::text)
                .toList();
    }

    void run(Step step) throws ScriptRefused {
        attempt(step, () -> {
            runOnce(step);
            return step;
        });
    }

    /// Runs it as if at another time; the database is of no other use then.
    void runElsewhere(Step step) throws ScriptRefused {
        DatabaseCall.run("prepare another time", () -> OtherDay.prepare(session()));
        run(new Step(step.script(), step.checksum(), OtherDay.of(step.statements()), step.transactional()));
    }

    private void runOnce(Step step) throws StatementFailed {
        ScriptExecutor executor = executor();
        if (step.transactional()) {
            executor.inTransaction(Duration.ZERO, () -> {
                Duration took = executor.run(step.statements());
                executor.takeLeftovers();
                return took;
            });
        } else {
            executor.beginAlone(Duration.ZERO);
            for (Statement statement : step.statements()) {
                executor.alone(statement);
            }
        }
        forget();
    }

    /// Runs it watched.
    ScriptTrace trace(Step step) throws ScriptRefused {
        return attempt(step, () -> {
            Tracer tracer = new Tracer(session(), executor());
            ScriptTrace trace = DatabaseCall.trying(
                    "watch " + step.script().label(), () -> tracer.run(step.statements(), step.transactional()));
            forget();
            return trace;
        });
    }

    /// What it would lose; afterwards everything is as before.
    List<Loss> losses(Step step) throws ScriptRefused {
        return attempt(
                step,
                () -> new Rehearsal(session(), executor())
                        .run(
                                List.of(new Rehearsal.Part(
                                        step.script().file().fileName(),
                                        RehearsedStatement.together(step.statements()),
                                        Duration.ZERO,
                                        _ -> {})),
                                LockPatience.unbounded()));
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws StatementFailed;
    }

    /// Once more for each role that is missing, as long as it can be made up and nothing of the script has stayed.
    private <T> T attempt(Step step, Attempt<T> attempt) throws ScriptRefused {
        schema = null;
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
    private static ScriptRefused refused(Step step, StatementFailed cause) {
        SlipwayException failed = StepFailure.of(
                step, cause, new RunProgress(Direction.PROOF, List.of()), new ScriptFailed.Rest.Dropped());
        if (failed.failure() instanceof ScriptFailed refused) {
            return new ScriptRefused(refused, cause);
        }
        throw failed;
    }

    Schema schema() {
        SchemaScope scope = SchemaScope.without(request.historyTable());
        Schema known = schema == null
                ? own(DatabaseCall.query("read the schema", () -> SchemaReader.read(session(), scope)))
                : schema;
        schema = known;
        return names.in(known);
    }

    /// Without the schemas that were made with the history, which no script makes.
    private Schema own(Schema all) {
        Set<String> given = new HashSet<>(session().madeSchemas());
        session().defaultSchema().ifPresent(given::add);
        return given.isEmpty()
                ? all
                : all.without(key -> key.kind() == ObjectKind.SCHEMA
                        && Namespace.of(key).filter(given::contains).isPresent());
    }

    /// What a script left in its session must not reach the next one, nor what is read of the schema.
    private void forget() {
        DatabaseCall.run("forget the session of a script", executor()::forget);
    }

    ScriptExecutor executor() {
        return new ScriptExecutor(session(), history());
    }

    private HistoryTable history() {
        Session session = session();
        ScriptSet scripts = request.graph().scripts();
        return new HistoryTable(
                session,
                HistorySearch.find(session, request.historyTable(), scripts, _ -> {})
                        .place());
    }

    @Override
    public void close() {
        database.close();
    }
}
