package dev.slipway.runner.postgres.rows;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What tables hold, column by column, whatever the order of their rows.
///
/// @param tables the values of each column by table
public record Contents(Map<String, Map<String, Values>> tables) {
    /// The values of a column.
    ///
    /// @param count how many are not null
    /// @param digest of all of them
    public record Values(long count, String digest) {}

    private static final String QUERY = """
        select key, count(value), md5(string_agg(coalesce(value, ''), '|' order by value)) as digest
        from %s as content, jsonb_each_text(to_jsonb(content))
        group by key
        """;

    /// @param tables qualified, as they stand in SQL
    public static Contents of(Session session, Collection<String> tables) throws SQLException {
        Map<String, Map<String, Values>> contents = new TreeMap<>();
        for (String table : tables) {
            Map<String, Values> columns = new TreeMap<>();
            try (Statement statement = session.connection().createStatement();
                    ResultSet row = statement.executeQuery(QUERY.formatted(table))) {
                while (row.next()) {
                    columns.put(row.getString(1), new Values(row.getLong(2), row.getString(3)));
                }
            }
            contents.put(table, columns);
        }
        return new Contents(contents);
    }

    /// The columns that do not hold what they held, as `email of public.users`.
    public List<String> lostIn(Contents after) {
        List<String> lost = new ArrayList<>();
        tables.forEach((table, columns) -> {
            Map<String, Values> now = after.tables.getOrDefault(table, Map.of());
            columns.forEach((column, values) -> {
                if (values.count() > 0 && !values.equals(now.get(column))) {
                    lost.add("%s of %s".formatted(column, table));
                }
            });
        });
        return lost;
    }
}
