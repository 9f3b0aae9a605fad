package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The statements that write a row of the history, as text, so that they can be sent along with a commit.
final class RowInsertion {
    /// Takes the lock again if it was given away, and writes nothing if another has it or has written behind the rows
    /// of this run.
    private static final String INSERT = """
        insert into %1$s (installed_rank, version, description, type, script, checksum, installed_by,
                        execution_time, success)
        select %2$d, %3$s, %4$s, %5$s, %6$s, %7$d, current_user, %8$d, %9$b
            where pg_catalog.pg_try_advisory_lock(%10$d) and not exists (select from %1$s where installed_rank > %11$d)
        returning installed_on
        """;

    /// Fails if nothing is written, whatever kept the row from it: then the server does not come to the commit.
    private static final String INSISTING = "with written as (%s) select 1 / count(*) from written";

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DIVISION_BY_ZERO = "22012";

    private RowInsertion() {}

    /// @param highest rank that this run has written
    static String sql(HistoryTable table, NewRow row, int highest, int milliseconds, boolean success) {
        return INSERT.formatted(
                table.qualifiedName(),
                row.rank(),
                literal(row.version()),
                literal(row.description()),
                literal(row.type()),
                literal(row.script()),
                row.checksum(),
                milliseconds,
                success,
                table.lockKey(),
                highest);
    }

    private static String literal(@Nullable Object value) {
        return value == null ? "null" : Quote.literal(value.toString());
    }

    static String insisting(String insertion) {
        return INSISTING.formatted(insertion);
    }

    static boolean isTaken(SQLException refused) {
        return UNIQUE_VIOLATION.equals(refused.getSQLState());
    }

    /// Whether it was an insisting statement that failed, and nothing that stands before it: what divides by zero there
    /// is a function, which the server names.
    static boolean isOvertaken(HistoryPlace place, SQLException refused) {
        ServerErrorMessage message =
                refused instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (message == null) {
            return false;
        }
        boolean ofHistory =
                place.table().equals(message.getTable()) && place.schema().equals(message.getSchema());
        return (isTaken(refused) && ofHistory)
                || (DIVISION_BY_ZERO.equals(refused.getSQLState()) && message.getWhere() == null);
    }
}
