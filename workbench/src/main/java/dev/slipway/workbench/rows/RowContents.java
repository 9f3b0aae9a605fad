package dev.slipway.workbench.rows;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What tables hold, column by column, whatever the order of their rows.
///
/// @param tables the values of each column by table
public record RowContents(Map<String, Map<String, Values>> tables) {
    /// The values of a column.
    ///
    /// @param count how many are not null
    /// @param digest of all of them
    public record Values(long count, String digest) {}

    private static final String COLUMNS = """
        select a.attname, a.attnum, pg_catalog.quote_ident(a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = %s::pg_catalog.regclass and a.attnum > 0 and not a.attisdropped
        order by a.attnum
        """;

    /// What is kept on another server cannot be asked for, and no script changes it here.
    private static final String HERE = """
        select slipway_table.name
        from pg_catalog.unnest(?::text[]) as slipway_table (name)
        join pg_catalog.pg_class c on c.oid = pg_catalog.to_regclass(slipway_table.name)
        where c.relkind <> 'f' and not exists (
            select from pg_catalog.pg_partition_tree(c.oid) p
            join pg_catalog.pg_class f on f.oid = p.relid and f.relkind = 'f')
        """;

    /// Everything is named with where it comes from, so that no column, table or function of the same name is meant.
    private static final String QUERY = """
        select slipway_value.number,
               pg_catalog.sum(slipway_value.present),
               pg_catalog.md5(pg_catalog.string_agg(
                   slipway_value.text, '|' order by slipway_value.text collate pg_catalog."C"))
        from %s as slipway_row
        cross join lateral (values %s) as slipway_value (number, present, text)
        group by slipway_value.number
        """;

    /// @param tables qualified, as they stand in SQL
    public static RowContents of(Session session, Collection<String> tables) throws SQLException {
        Map<String, Map<String, Values>> contents = new TreeMap<>();
        for (String table : here(session, tables)) {
            contents.put(table, values(session, table));
        }
        return new RowContents(contents);
    }

    /// Whether any of the tables has a row.
    public static boolean any(Session session, Collection<String> tables) throws SQLException {
        String query = here(session, tables).stream()
                .map(" or exists (select from %s)"::formatted)
                .collect(Collectors.joining("", "select false", ""));
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(query)) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static List<String> here(Session session, Collection<String> tables) throws SQLException {
        if (tables.isEmpty()) {
            return List.of();
        }
        List<String> here = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(HERE)) {
            statement.setArray(1, session.connection().createArrayOf("text", tables.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    here.add(row.getString(1));
                }
            }
        }
        return here;
    }

    private static Map<String, Values> values(Session session, String table) throws SQLException {
        Map<Integer, String> names = new HashMap<>();
        List<String> texts = new ArrayList<>();
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(COLUMNS.formatted(Quote.literal(table)))) {
                while (row.next()) {
                    names.put(row.getInt(2), row.getString(1));
                    texts.add(text(row.getInt(2), row.getString(3)));
                }
            }
            Map<String, Values> values = new TreeMap<>();
            if (!texts.isEmpty()) {
                try (ResultSet row = statement.executeQuery(QUERY.formatted(table, String.join(", ", texts)))) {
                    while (row.next()) {
                        values.put(
                                Objects.requireNonNull(names.get(row.getInt(1))),
                                new Values(row.getLong(2), row.getString(3)));
                    }
                }
            }
            return values;
        }
    }

    /// The value as its type writes it, which no cast of the user changes.
    private static String text(int number, String column) {
        return "(%1$d, pg_catalog.num_nonnulls(slipway_row.%2$s), pg_catalog.format('%%s', slipway_row.%2$s))"
                .formatted(number, column);
    }

    /// The columns that do not hold what they held, as `email of public.users`.
    public List<String> lostIn(RowContents after) {
        return columns((table, column, values) -> !values.equals(after.values(table, column)));
    }

    /// The columns that one run fills or changes, and another leaves as they are here.
    public List<String> reachedOnlyBy(RowContents one, RowContents other) {
        return one.columns((table, column, values) -> {
            @Nullable Values left = other.values(table, column);
            @Nullable Values before = values(table, column);
            boolean untouched = before == null ? left == null || left.count() == 0 : before.equals(left);
            return untouched && !values.equals(left);
        });
    }

    private @Nullable Values values(String table, String column) {
        return tables.getOrDefault(table, Map.of()).get(column);
    }

    private interface ColumnTest {
        boolean test(String table, String column, Values values);
    }

    /// Those that hold anything and pass the test.
    private List<String> columns(ColumnTest wanted) {
        List<String> names = new ArrayList<>();
        tables.forEach((table, columns) -> columns.forEach((column, values) -> {
            if (values.count() > 0 && wanted.test(table, column, values)) {
                names.add("%s of %s".formatted(column, table));
            }
        }));
        return names;
    }
}
