package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.batch.BatchPolicy;
import dev.slipway.runner.engine.batch.BatchRequest;
import dev.slipway.runner.engine.batch.BatchRun;
import dev.slipway.runner.engine.batch.BatchStart;
import dev.slipway.runner.engine.plan.Batch;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.ScriptProgress;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import java.time.Duration;

/// Runs a script in batches. Its history row says that it is under way until the last of them is done; or it says at
/// once that the script is applied, and the batches are left to another run.
///
/// @param policy when they run
record BatchScript(ScriptRun run, Session session, HistoryTable history, BatchPolicy policy) {
    Duration run(ResumableStep resumable, Batch batch, RunProgress progressed, ServerMessages messages) {
        Script.Versioned script = (Script.Versioned) resumable.step().script();
        BatchRequest request = new BatchRequest(
                script, script.version(), resumable.rank(), batch, run.locks(), policy.budget(), progressed);
        long rows = 0;
        long start = System.nanoTime();
        try {
            run.guard().before(resumable);
            run.executor().beginAlone(run.lockTimeout(script));
            BatchStart begin = BatchStart.of(session, new BatchTable(session, history.place()), request);
            if (policy.later() && !script.header().contract()) {
                return putOff(resumable, begin, progressed);
            }
            BegunRow begun = begin(resumable);
            rows = BatchRun.run(request, begin, messages, run.progress());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            run.executor().inTransaction(run.lockTimeout(script), () -> {
                run.complete(resumable, begun, took, progressed);
                return took;
            });
            run.passed(resumable);
            return took;
        } catch (StatementFailed e) {
            throw StepFailure.of(resumable.step(), e, progressed, new ScriptFailed.Rest.Batches(rows));
        }
    }

    /// A contract is one from its first batch on.
    private BegunRow begin(ResumableStep resumable) throws StatementFailed {
        Script script = resumable.step().script();
        NewRow row = resumable.rows().getFirst().withChecksum(0);
        ScriptProgress reached = new ScriptProgress(
                row, resumable.begun(), Duration.ZERO, run.contracts().during(script, true));
        BegunRow begun = run.standalone().recordProgress(reached);
        run.contracts().recorded(script, true);
        return begun;
    }

    private Duration putOff(ResumableStep resumable, BatchStart begin, RunProgress progressed) throws StatementFailed {
        Script script = resumable.step().script();
        run.executor().inTransaction(run.lockTimeout(script), () -> {
            run.complete(resumable, resumable.begun(), Duration.ZERO, progressed);
            if (begin.known().isEmpty()) {
                StatementFailed.ending(begin::begin);
            }
            return resumable;
        });
        run.passed(resumable);
        run.progress().report(new Event.BatchesPutOff(script.label()));
        return Duration.ZERO;
    }
}
