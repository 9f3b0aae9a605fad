package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.history.Contracts;
import dev.slipway.runner.engine.plan.ResumePoint;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.ScriptProgress;
import dev.slipway.runner.postgres.apply.StandaloneExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The history row of a script without a transaction while it is under way: how many statements were committed, and
/// whether the next was begun.
final class StandaloneRow {
    private final StandaloneExecutor executor;
    private final Contracts contracts;
    private final ResumableStep resumable;
    private final List<Statement> statements;
    private final long start = System.nanoTime();
    private @Nullable BegunRow begun;
    private int done;
    private OptionalInt stood;

    StandaloneRow(ScriptRun run, ResumableStep resumable) {
        this.executor = run.standalone();
        this.contracts = run.contracts();
        this.resumable = resumable;
        this.statements = resumable.step().statements();
        this.begun = resumable.begun();
        this.done = resumable.done();
        this.stood = resumable.stood();
    }

    int done() {
        return done;
    }

    boolean isComplete() {
        return done == statements.size();
    }

    Statement next() {
        return statements.get(done);
    }

    /// What stood before the next statement was begun, if it was.
    OptionalInt stood() {
        return stood;
    }

    @Nullable
    BegunRow begun() {
        return begun;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// @param left what the failed statement has left, in words, or an empty text
    ScriptFailed.Rest rest(String left) {
        return new ScriptFailed.Rest.Begun(done, statements.size(), left);
    }

    /// Writes what is known, and so takes the row from everybody else.
    void record() throws StatementFailed {
        begun = executor.recordProgress(reached(done));
        recorded();
    }

    /// The next statement is about to be run.
    void announce(int standing) throws StatementFailed {
        stood = OptionalInt.of(standing);
        record();
    }

    /// The next statement was run, and is not announced any more; or it has left nothing.
    void settle(int count) throws StatementFailed {
        stood = OptionalInt.empty();
        done += count;
        record();
    }

    /// Runs the next statement and writes so in one transaction.
    void together() throws StatementFailed {
        committed(done + 1, executor.together(next(), reached(done + 1)));
    }

    /// Writes in the transaction that is open how many statements are committed with it.
    BegunRow within(int count) throws StatementFailed {
        return executor.recordProgressWithin(reached(count));
    }

    /// That transaction is committed.
    void committed(int count, BegunRow now) {
        begun = now;
        done = count;
        recorded();
    }

    private ScriptProgress reached(int count) {
        int checksum = stood.isPresent()
                ? ResumePoint.begun(statements, count, stood.getAsInt())
                : ResumePoint.checksum(statements, count);
        return new ScriptProgress(
                resumable.rows().getFirst().withChecksum(checksum),
                begun,
                took(),
                contracts.during(script(), mayHaveLeft(count)));
    }

    private void recorded() {
        contracts.recorded(script(), mayHaveLeft(done));
    }

    private boolean mayHaveLeft(int count) {
        return count > 0 || stood.isPresent();
    }

    private Script script() {
        return resumable.step().script();
    }
}
