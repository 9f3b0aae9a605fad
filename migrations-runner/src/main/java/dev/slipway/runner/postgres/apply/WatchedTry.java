package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.lock.LockPatience;
import dev.slipway.runner.postgres.lock.LockWatch;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A try that a second connection watches, if there is a watch.
record WatchedTry(ScriptExecutor executor, @Nullable LockWatch watch) {
    /// What is tried.
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException, StatementFailed;
    }

    /// What is tried, with nothing to give back.
    @FunctionalInterface
    interface Call {
        void run() throws StatementFailed;
    }

    /// Rolls it back if it fails.
    <T> T of(LockPatience patience, Work<T> work) throws StatementFailed {
        begin(patience);
        try {
            T result = work.run();
            end();
            return result;
        } catch (SQLException e) {
            throw executor.rolledBack(seen(StatementFailed.ofCommit(e)));
        } catch (StatementFailed e) {
            throw executor.rolledBack(seen(e));
        } catch (SlipwayException e) {
            end();
            throw executor.rolledBack(e);
        }
    }

    /// Waits as long as `lock_timeout` lets it, and takes nothing back.
    void alone(Call call) throws StatementFailed {
        begin(LockPatience.unbounded());
        try {
            call.run();
        } catch (StatementFailed e) {
            throw seen(e);
        } finally {
            end();
        }
    }

    private void begin(LockPatience patience) {
        if (watch != null) {
            watch.begin(patience);
        }
    }

    /// No statement from now on is canceled for what others wait for.
    private void end() {
        if (watch != null) {
            watch.end();
        }
    }

    private StatementFailed seen(StatementFailed failure) {
        StatementFailed seen = watch == null ? failure : failure.seen(watch);
        end();
        return seen;
    }
}
