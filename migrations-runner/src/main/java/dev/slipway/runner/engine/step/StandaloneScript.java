package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.lock.LockRetry;
import dev.slipway.runner.engine.plan.OwnTransactions;
import dev.slipway.runner.engine.plan.TransactionRules;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.StandaloneExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.recovery.RecoveryResult;
import java.time.Duration;
import java.util.List;

/// Runs a script without a transaction, statement by statement, from where an earlier run left it, and keeps in its
/// history row how far it came.
///
/// A statement runs in one transaction with the row that says so, and again if another transaction was in its way. What
/// PostgreSQL runs in no transaction is an [AnnouncedStatement].
final class StandaloneScript {
    private final ScriptRun run;
    private final StandaloneExecutor executor;
    private final ResumableStep resumable;
    private final Script script;
    private final List<Statement> statements;
    private final OwnTransactions own;
    private final RunProgress progressed;
    private final StandaloneRow row;
    private String left = "";

    StandaloneScript(ScriptRun run, ResumableStep resumable, RunProgress progressed) {
        this.run = run;
        this.executor = run.standalone();
        this.resumable = resumable;
        this.script = resumable.step().script();
        this.statements = resumable.step().statements();
        this.own = OwnTransactions.of(statements);
        this.progressed = progressed;
        this.row = new StandaloneRow(run, resumable);
    }

    Duration run() {
        if (row.done() > 0) {
            run.progress()
                    .report(new Event.Resuming(
                            script.label(), row.done(), statements.size(), resumable.madeTemporary()));
        }
        try {
            run.guard().before(resumable);
            begin();
            while (!row.isComplete()) {
                next();
            }
            end();
            return row.took();
        } catch (StatementFailed e) {
            throw StepFailure.of(resumable.step(), e, progressed, row.rest(left));
        }
    }

    /// What the statements of an earlier run SET ended with their session, so it is set again.
    private void begin() throws StatementFailed {
        executor.begin(run.lockTimeout(script));
        for (Statement statement : resumable.settings()) {
            executor.alone(statement);
        }
        row.record();
    }

    /// Runs what comes next until it is done.
    private void next() throws StatementFailed {
        LockRetry retry =
                run.retry("%s (statement %d of %d)".formatted(script.label(), row.done() + 1, statements.size()));
        int before = row.done();
        while (row.done() == before) {
            try {
                step();
            } catch (StatementFailed e) {
                if (!retry.pause(e.error())) {
                    mended(e);
                }
            }
        }
    }

    private void step() throws StatementFailed {
        if (own.concerns(row.done())) {
            ownTransaction();
        } else if (row.stood().isPresent() || TransactionRules.runsAlone(row.next())) {
            announced().run(progressed);
        } else if (TransactionRules.isOnlyForTransactions(row.next())) {
            executor.alone(row.next());
            row.settle(1);
        } else {
            together();
        }
    }

    private AnnouncedStatement announced() {
        return AnnouncedStatement.next(run, script, row);
    }

    private void together() throws StatementFailed {
        try {
            row.together();
        } catch (StatementFailed e) {
            if (!e.error().needsNoTransaction()) {
                throw e;
            }
            announced().run(progressed);
        }
    }

    /// From a BEGIN of the script to the end of that transaction. What fails within is taken back to its BEGIN.
    private void ownTransaction() throws StatementFailed {
        int next = row.done();
        while (true) {
            if (own.commits(next)) {
                BegunRow now = row.within(next + 1);
                inOwn(next);
                row.committed(next + 1, now);
                return;
            }
            inOwn(next);
            next++;
            if (!own.isOpen(next)) {
                row.settle(next - row.done());
                return;
            }
        }
    }

    private void inOwn(int index) throws StatementFailed {
        try {
            executor.alone(statements.get(index));
        } catch (StatementFailed e) {
            throw own.isOpen(index) ? executor.abandoned(e) : e;
        }
    }

    /// Comes back if what failed was mended so that the script can go on. After an interruption, or without a
    /// connection, that is left to the next run.
    private void mended(StatementFailed failure) throws StatementFailed {
        if (row.stood().isEmpty()
                || failure.error().isConnectionLost()
                || Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        StatementFailed known = failure;
        try {
            known = announced().detailed(failure);
            RecoveryResult mended = announced().giveUp();
            if (mended.done()) {
                return;
            }
            left = mended.what();
        } catch (StatementFailed e) {
            known.addSuppressed(e);
            left = "what the failed statement has left is mended by the next run";
        }
        throw known;
    }

    /// What goes wrong here leaves a script of which every statement ran.
    private void end() throws StatementFailed {
        try {
            executor.end(() -> {
                run.complete(resumable, row.begun(), row.took(), progressed);
                return resumable;
            });
            run.passed(resumable);
        } catch (SlipwayException e) {
            row.record();
            throw e;
        } catch (StatementFailed e) {
            if (!e.error().isConnectionLost() && e.phase() != StatementFailed.Phase.RECORD) {
                row.record();
            }
            throw e;
        }
    }
}
