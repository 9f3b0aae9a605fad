package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.plan.OwnTransactions;
import dev.slipway.runner.engine.plan.Prefix;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.failure.Progressed;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.sql.PlainSql;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Runs a script without a transaction, statement by statement, and keeps in its history row how far it came.
record StandaloneScript(ScriptRun run) {
    private static final Pattern BUILDS_INDEX = Pattern.compile("CREATE (UNIQUE )?INDEX CONCURRENTLY\\b");
    private static final int ENOUGH = 60;

    Duration run(Work work, Progressed progressed) {
        Script script = work.step().script();
        List<Statement> statements = work.step().statements();
        // by design CREATE INDEX CONCURRENTLY waits for older transactions; a timeout there leaves an invalid index
        Duration lockTimeout = script.header().ownLockTimeout().orElse(Duration.ZERO);
        if (work.done() > 0) {
            run.progress()
                    .report(new Event.Resuming(script.label(), work.done(), statements.size(), work.madeTemporary()));
        }
        long start = System.nanoTime();
        int done = work.done();
        OwnTransactions own = OwnTransactions.of(statements);
        try {
            begin(work, lockTimeout);
            BegunRow begun = record(work, work.begun(), done, start);
            for (int next = done; next < statements.size(); next++) {
                boolean committing = own.commits(next);
                if (committing) {
                    begun = run.executor().recordProgressWithin(progress(work, next + 1), begun, since(start));
                }
                alone(statements.get(next), own.isOpen(next));
                if (own.isOpen(next + 1)) {
                    continue;
                }
                done = next + 1;
                if (done < statements.size() && !committing) {
                    begun = record(work, begun, done, start);
                }
            }
            end(work, begun, progressed, start);
            return since(start);
        } catch (StatementFailed e) {
            throw Fault.of(
                    work.step(), e, progressed, new ScriptFailed.Rest.Begun(done, statements.size(), buildsIndex(e)));
        }
    }

    /// What goes wrong here leaves a script of which every statement ran.
    private void end(Work work, BegunRow begun, Progressed progressed, long start) throws StatementFailed {
        List<Statement> statements = work.step().statements();
        try {
            run.executor()
                    .endAlone(
                            since(start),
                            run.ending(
                                    work,
                                    begun,
                                    run.contracts().after(work.step().script()),
                                    progressed));
            run.guard().passed(work);
        } catch (SlipwayException e) {
            record(work, begun, statements.size(), start);
            throw e;
        } catch (StatementFailed e) {
            if (!e.error().isConnectionLost() && e.phase() != StatementFailed.Phase.RECORD) {
                record(work, begun, statements.size(), start);
            }
            throw e;
        }
    }

    /// What the statements of an earlier run SET ended with their session, so it is set again.
    private void begin(Work work, Duration lockTimeout) throws StatementFailed {
        run.executor().beginAlone(lockTimeout);
        for (Statement statement : work.settings()) {
            run.executor().alone(statement);
        }
    }

    private BegunRow record(Work work, @Nullable BegunRow begun, int done, long start) throws StatementFailed {
        return run.executor().recordProgress(progress(work, done), begun, since(start));
    }

    private static NewRow progress(Work work, int done) {
        return work.rows().getFirst().withChecksum(Prefix.checksum(work.step().statements(), done));
    }

    /// @param within whether it runs in a transaction that the script began
    private void alone(Statement statement, boolean within) throws StatementFailed {
        try {
            run.executor().alone(statement);
        } catch (StatementFailed e) {
            throw within ? run.executor().abandoned(e) : e;
        }
    }

    private static boolean buildsIndex(StatementFailed failure) {
        return failure.statement()
                .filter(statement -> BUILDS_INDEX
                        .matcher(PlainSql.of(statement.sql(), ENOUGH))
                        .lookingAt())
                .isPresent();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
