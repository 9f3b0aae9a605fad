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
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;

/// Runs a script in batches. Its history row says that it is under way until the last of them is done; or it says at
/// once that the script is applied, and the batches are left to another run.
///
/// @param policy when they run
record BatchScript(ScriptRun run, Session session, HistoryTable history, BatchPolicy policy) {
    Duration run(ResumableStep work, Batch batch, RunProgress progressed, ServerMessages messages) {
        Script.Versioned script = (Script.Versioned) work.step().script();
        BatchRequest request = new BatchRequest(
                script, script.version(), work.rank(), batch, run.locks(), policy.budget(), progressed);
        long rows = 0;
        long start = System.nanoTime();
        try {
            run.guard().before(work);
            run.executor().beginAlone(run.lockTimeout(script));
            BatchStart begin = BatchStart.of(session, new BatchTable(session, history.place()), request);
            if (policy.later() && !script.header().contract()) {
                return putOff(work, begin, progressed);
            }
            BegunRow begun = begin(work);
            rows = BatchRun.run(request, begin, messages, run.progress());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            run.executor().inTransaction(run.lockTimeout(script), () -> {
                run.complete(work, begun, took, progressed);
                return took;
            });
            run.passed(work);
            return took;
        } catch (StatementFailed e) {
            throw StepFailure.of(work.step(), e, progressed, new ScriptFailed.Rest.Batches(rows));
        }
    }

    private BegunRow begin(ResumableStep work) throws StatementFailed {
        return DatabaseCall.query(
                        "begin %s".formatted(work.step().script().label()),
                        () -> history.write(work.rows().getFirst().withChecksum(0), work.begun(), Duration.ZERO, false))
                .orElseThrow(StatementFailed::ofRecord);
    }

    private Duration putOff(ResumableStep work, BatchStart begin, RunProgress progressed) throws StatementFailed {
        Script script = work.step().script();
        run.executor().inTransaction(run.lockTimeout(script), () -> {
            run.complete(work, work.begun(), Duration.ZERO, progressed);
            if (begin.known().isEmpty()) {
                StatementFailed.ending(begin::begin);
            }
            return work;
        });
        run.passed(work);
        run.progress().report(new Event.BatchesPutOff(script.label()));
        return Duration.ZERO;
    }
}
