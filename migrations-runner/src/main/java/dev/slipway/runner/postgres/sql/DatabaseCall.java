package dev.slipway.runner.postgres.sql;

import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Runs what Slipway itself asks of the database, and turns a refusal into a failure that says what was asked.
public final class DatabaseCall {
    private DatabaseCall() {}

    /// SQL that gives something back.
    @FunctionalInterface
    public interface Query<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /// SQL that gives nothing back.
    @FunctionalInterface
    public interface Command {
        void run() throws SQLException;
    }

    /// SQL that can fail in another way as well.
    @FunctionalInterface
    public interface Attempted<T, E extends Exception> {
        T run() throws SQLException, E;
    }

    /// The same for what can fail in another way as well, which is left to the caller.
    public static <T, E extends Exception> T trying(String doing, Attempted<T, E> attempted) throws E {
        try {
            return attempted.run();
        } catch (SQLException e) {
            throw refused(doing, e);
        }
    }

    /// @param doing what is asked, as a verb: `read the history`
    public static <T extends @Nullable Object> T query(String doing, Query<T> query) {
        return query(doing, RunProgress.NOTHING, query);
    }

    /// The same in a run that may have changed something before.
    public static <T extends @Nullable Object> T query(String doing, RunProgress progressed, Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw new SlipwayException(failure(doing, e, progressed), e);
        }
    }

    /// The failure for a refusal of what was asked.
    public static SlipwayException refused(String doing, SQLException cause) {
        return new SlipwayException(failure(doing, cause, RunProgress.NOTHING), cause);
    }

    /// A signal interrupts the thread before it cancels what runs.
    private static Failure failure(String doing, SQLException cause, RunProgress progressed) {
        return Thread.currentThread().isInterrupted()
                ? new Interrupted(progressed, "")
                : new DatabaseRefused(doing, ServerErrors.of(cause), progressed);
    }

    public static void run(String doing, Command command) {
        query(doing, () -> {
            command.run();
            return true;
        });
    }
}
