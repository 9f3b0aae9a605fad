package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the history with one query, which is all that a run with nothing to do asks of the database.
public final class HistoryReader {
    /// The table is looked for in the current schema alone, as Flyway does, and not along the whole search path.
    private static final String QUERY = """
            select installed_rank, version, description, type, script, checksum, installed_by, installed_on,
                   execution_time, success, here
            from (
              select relnamespace = (select oid from pg_namespace where nspname = current_schema()) as here
              from pg_class where oid = to_regclass(%2$s)
            ) as place
            left join %1$s on here
            order by installed_rank
            """;

    private static final String UNDEFINED_TABLE = "42P01";

    private HistoryReader() {}

    /// The history, or nothing if the database has no such table.
    public static Optional<History> read(Session session, String table) throws SQLException {
        String name = Quote.identifier(table);
        try (Statement statement = session.connection().createStatement();
                ResultSet result = statement.executeQuery(QUERY.formatted(name, Quote.literal(name)))) {
            List<HistoryRow> rows = new ArrayList<>();
            boolean here = false;
            while (result.next()) {
                here = result.getBoolean(11);
                if (result.getString(1) != null) {
                    rows.add(row(result));
                }
            }
            return here ? Optional.of(new History(rows)) : Optional.empty();
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getInt(1),
                version(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getString(7),
                row.getObject(8, LocalDateTime.class),
                row.getInt(9),
                row.getBoolean(10));
    }

    private static @Nullable Version version(@Nullable String text) {
        return text == null ? null : Version.of(text);
    }
}
