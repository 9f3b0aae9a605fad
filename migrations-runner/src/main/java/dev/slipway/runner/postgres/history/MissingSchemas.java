package dev.slipway.runner.postgres.history;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The schemas that are to be made with a history.
public record MissingSchemas(List<String> names) {
    private static final String QUERY = """
        select name from unnest(?) with ordinality as given(name, place)
        where not exists (select from pg_namespace where nspname = name)
        order by place
        """;

    public MissingSchemas {
        names = List.copyOf(names);
    }

    /// All of them, whether they are there or not.
    ///
    /// @param schema that of the history
    static List<String> wanted(Session session, String schema) {
        List<String> made = session.madeSchemas();
        Stream<String> own = made.contains(schema) ? Stream.of() : Stream.of(schema);
        return Stream.concat(own, made.stream()).distinct().toList();
    }

    /// @param schema that of the history
    static MissingSchemas of(Session session, String schema) throws SQLException {
        List<String> missing = new ArrayList<>();
        Array given = session.connection()
                .createArrayOf("text", wanted(session, schema).toArray());
        try (PreparedStatement query = session.connection().prepareStatement(QUERY)) {
            query.setArray(1, given);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    missing.add(row.getString(1));
                }
            }
        }
        return new MissingSchemas(missing);
    }

    String creation() {
        return names.stream()
                .map(schema -> "create schema if not exists %s;\n".formatted(Quote.identifier(schema)))
                .collect(Collectors.joining());
    }

    /// The row that tells of them.
    String note(String table) {
        return names.isEmpty()
                ? ""
                : HistoryTable.schemaRow(
                        table,
                        Quote.literal(names.stream().map(Quote::identifier).collect(Collectors.joining(","))));
    }
}
