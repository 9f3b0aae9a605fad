package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The statement that writes a row of the history, as text, so that it can be sent along with a commit.
final class RowInsertion {
    private static final String RANK = "installed_rank";

    /// Takes the lock again if it was given away. If another has it, or has written behind the rows of this run, the
    /// rank is null, which the table refuses: that ends the transaction, and a commit that was sent along commits
    /// nothing.
    private static final String INSERT = """
        insert into %1$s (installed_rank, version, description, type, script, checksum, installed_by,
                        execution_time, success)
        values (case when pg_catalog.pg_try_advisory_lock(%2$d)
                          and not exists (select from %1$s where installed_rank > %3$d) then %4$d end,
                %5$s, %6$s, %7$s, %8$s, %9$d, current_user, %10$d, %11$b)
        returning installed_on
        """;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String NOT_NULL_VIOLATION = "23502";

    private RowInsertion() {}

    /// @param highest rank that this run has written
    static String sql(HistoryTable table, NewRow row, int highest, int milliseconds, boolean success) {
        return INSERT.formatted(
                table.qualifiedName(),
                table.lockKey(),
                highest,
                row.rank(),
                literal(row.version()),
                literal(row.description()),
                literal(row.type()),
                literal(row.script()),
                row.checksum(),
                milliseconds,
                success);
    }

    private static String literal(@Nullable Object value) {
        return value == null ? "null" : Quote.literal(value.toString());
    }

    static boolean isOvertaken(HistoryPlace place, SQLException refused) {
        ServerErrorMessage message =
                refused instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (message == null
                || !place.table().equals(message.getTable())
                || !place.schema().equals(message.getSchema())) {
            return false;
        }
        return UNIQUE_VIOLATION.equals(refused.getSQLState())
                || (NOT_NULL_VIOLATION.equals(refused.getSQLState()) && RANK.equals(message.getColumn()));
    }
}
