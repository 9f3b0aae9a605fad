package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Inserts row by row, and lets the server tell what is in conflict.
final class ServerRows implements RowTarget {
    private static final Pattern KEY = Pattern.compile("\\((.*)\\)=\\(");

    private final Session session;
    private final RowTable table;
    private @Nullable String refusal;

    ServerRows(Session session, RowTable table) {
        this.session = session;
        this.table = table;
    }

    /// What the server said of the last row that it did not take.
    @Nullable
    String refusal() {
        return refusal;
    }

    @Override
    public Optional<Refused> add(Map<RowColumn, String> row) {
        try {
            new RowInsert(table, List.of(row)).run(session);
            return Optional.empty();
        } catch (SQLException e) {
            refusal = ServerErrors.of(e).message();
            return Optional.of(new Refused(conflict(e)));
        }
    }

    /// SQLSTATE 23505 is a unique violation, 23P01 an exclusion violation: the detail names the columns.
    private List<RowColumn> conflict(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        Matcher key = KEY.matcher(String.valueOf(refused.getMessage()));
        return (state.equals("23505") || state.equals("23P01")) && key.find()
                ? table.columnsOfKey(key.group(1))
                : List.of();
    }
}
