package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.plan.ResumePoint;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Statement;
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
    private final ResumableStep resumable;
    private final List<Statement> statements;
    private final long start = System.nanoTime();
    private @Nullable BegunRow begun;
    private int done;
    private OptionalInt stood;

    StandaloneRow(StandaloneExecutor executor, ResumableStep resumable) {
        this.executor = executor;
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
        int checksum = stood.isPresent()
                ? ResumePoint.begun(statements, done, stood.getAsInt())
                : ResumePoint.checksum(statements, done);
        begun = executor.recordProgress(row(checksum), begun, took());
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
        begun = executor.together(next(), row(ResumePoint.checksum(statements, done + 1)), begun, took());
        done++;
    }

    /// Writes in the transaction that is open how many statements are committed with it.
    BegunRow within(int count) throws StatementFailed {
        return executor.recordProgressWithin(row(ResumePoint.checksum(statements, count)), begun, took());
    }

    /// That transaction is committed.
    void committed(int count, BegunRow now) {
        begun = now;
        done = count;
    }

    private NewRow row(int checksum) {
        return resumable.rows().getFirst().withChecksum(checksum);
    }
}
