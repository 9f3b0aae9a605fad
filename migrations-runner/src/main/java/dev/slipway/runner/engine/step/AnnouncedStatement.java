package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.failure.IndexInvalid;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.StandaloneExecutor;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.recovery.Duplicates;
import dev.slipway.runner.postgres.recovery.IndexBuild;
import dev.slipway.runner.postgres.recovery.NonTransactionalStatement;
import dev.slipway.runner.postgres.recovery.RecoveryResult;
import dev.slipway.runner.postgres.recovery.RepeatableStatement;
import dev.slipway.runner.postgres.recovery.TableIndex;
import java.util.Optional;

/// Runs the next statement of a script in no transaction: the history says so before, so that whatever is found of it
/// later is known as its own.
///
/// @param statement the next one
record AnnouncedStatement(
        ScriptRun run, Script script, StandaloneRow row, Statement statement, NonTransactionalStatement kind) {
    static AnnouncedStatement next(ScriptRun run, Script script, StandaloneRow row) {
        Statement statement = row.next();
        return new AnnouncedStatement(run, script, row, statement, NonTransactionalStatement.of(statement.sql()));
    }

    void run(RunProgress progressed) throws StatementFailed {
        if (row.stood().isPresent()) {
            RecoveryResult mended = mend();
            tell(mended);
            if (mended.done()) {
                row.settle(1);
                return;
            }
        } else {
            announce(progressed);
        }
        execute();
        row.settle(1);
    }

    private StandaloneExecutor executor() {
        return run.standalone();
    }

    private RecoveryResult mend() throws StatementFailed {
        int stood = row.stood().getAsInt();
        return executor().asked(statement, () -> kind.mend(executor().session(), stood));
    }

    private void tell(RecoveryResult mended) {
        if (!mended.what().isEmpty()) {
            run.progress().report(new Event.Mended(script.label(), mended.what()));
        }
    }

    private void announce(RunProgress progressed) throws StatementFailed {
        if (kind instanceof IndexBuild build) {
            Optional<TableIndex> invalid =
                    executor().asked(statement, () -> build.inTheWay(executor().session()));
            if (invalid.isPresent()) {
                throw new SlipwayException(new IndexInvalid(
                        script.file().fileName(), script.label(), invalid.get().name(), progressed, row.rest("")));
            }
        }
        row.announce(executor().asked(statement, () -> kind.standing(executor().session())));
    }

    private void execute() throws StatementFailed {
        if (kind.waits()) {
            executor().patiently(statement);
        } else {
            executor().alone(statement);
        }
        if (kind instanceof RepeatableStatement(boolean forgetsSession) && forgetsSession) {
            executor().begin(run.lockTimeout(script));
        }
    }

    /// Leaves nothing of a statement that failed for good.
    ///
    /// @return what was done to that end
    RecoveryResult giveUp() throws StatementFailed {
        RecoveryResult mended = mend();
        if (mended.done()) {
            tell(mended);
        }
        row.settle(mended.done() ? 1 : 0);
        return mended;
    }

    /// The same failure, with the keys that occur more than once if a unique index could not be built.
    StatementFailed detailed(StatementFailed failure) throws StatementFailed {
        if (!failure.error().isDuplicate() || !(kind instanceof IndexBuild build)) {
            return failure;
        }
        int stood = row.stood().getAsInt();
        String keys = executor().asked(statement, () -> Duplicates.of(executor().session(), build, stood));
        return keys.isEmpty() ? failure : failure.detailed(keys);
    }
}
