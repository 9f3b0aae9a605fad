package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How many rows of a table a condition holds for, and the primary keys of the first of them; no other value is read.
///
/// @param examples empty if the table has no primary key
public record MatchingRows(long count, List<String> examples) {
    private static final int EXAMPLES = 3;

    public MatchingRows {
        examples = List.copyOf(examples);
    }

    /// @param condition in SQL
    public static MatchingRows in(Session session, LiveTable table, String condition) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            long count;
            try (ResultSet row = statement.executeQuery(
                    "select pg_catalog.count(*) from %s where %s".formatted(table.sql(), condition))) {
                row.next();
                count = row.getLong(1);
            }
            return new MatchingRows(
                    count, count == 0 || table.key().isEmpty() ? List.of() : examples(statement, table, condition));
        }
    }

    private static List<String> examples(Statement statement, LiveTable table, String condition) throws SQLException {
        String key = table.key().stream().map(LiveTable.Column::sql).collect(Collectors.joining(", "));
        List<String> examples = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select pg_catalog.concat_ws(', ', %1$s) from %2$s where %3$s order by %1$s limit %4$d"
                        .formatted(key, table.sql(), condition, EXAMPLES))) {
            while (row.next()) {
                examples.add(row.getString(1));
            }
        }
        return examples;
    }
}
