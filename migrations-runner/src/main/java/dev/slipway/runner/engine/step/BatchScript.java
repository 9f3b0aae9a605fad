package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.batch.BatchRequest;
import dev.slipway.runner.engine.batch.BatchRun;
import dev.slipway.runner.engine.batch.BatchStart;
import dev.slipway.runner.engine.plan.Batch;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.Ending;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.batch.BatchTable;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a script in batches. Its history row says that it is under way until the last of them is done; or it says at
/// once that the script is applied, and the batches are left to another run.
///
/// @param later whether they are left to another run
record BatchScript(ScriptRun run, Session session, HistoryTable history, boolean later) {
    Duration run(Work work, Batch batch, Progressed progressed, ServerMessages messages) {
        Script.Versioned script = (Script.Versioned) work.step().script();
        BatchRequest request = new BatchRequest(script, script.version(), work.rank(), batch, run.locks(), progressed);
        long rows = 0;
        long start = System.nanoTime();
        try {
            run.executor().beginAlone(run.lockTimeout(script));
            BatchStart begin = BatchStart.of(session, new BatchTable(session, history.place()), request);
            if (later && !script.header().contract()) {
                return putOff(work, begin, progressed);
            }
            BegunRow begun = begin(work);
            rows = BatchRun.run(request, begin, messages, run.progress());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            run.executor().inTransaction(List.of(), run.lockTimeout(script), ending(work, begun, progressed));
            run.guard().passed(work);
            return took;
        } catch (StatementFailed e) {
            throw Fault.of(work.step(), e, progressed, new ScriptFailed.Rest.Batches(rows));
        }
    }

    private BegunRow begin(Work work) throws StatementFailed {
        return DatabaseCall.query(
                        "begin %s".formatted(work.step().script().label()),
                        () -> history.write(work.rows().getFirst().withChecksum(0), work.begun(), Duration.ZERO, false))
                .orElseThrow(StatementFailed::ofRecord);
    }

    private Duration putOff(Work work, BatchStart begin, Progressed progressed) throws StatementFailed {
        Ending ending = ending(work, work.begun(), progressed);
        DatabaseCall.Command register = () -> {
            ending.check().after().run();
            if (begin.known().isEmpty()) {
                begin.begin();
            }
        };
        Ending.Check check = new Ending.Check(ending.check().before(), register);
        Script script = work.step().script();
        Duration took = run.executor()
                .inTransaction(
                        List.of(),
                        run.lockTimeout(script),
                        new Ending(ending.rows(), ending.begun(), ending.contract(), check));
        run.guard().passed(work);
        run.progress().report(new Event.BatchesPutOff(script.label()));
        return took;
    }

    private Ending ending(Work work, @Nullable BegunRow begun, Progressed progressed) {
        @Nullable
        Collection<Version> contract = run.contracts().after(work.step().script());
        return run.ending(work, begun, contract, progressed);
    }
}
