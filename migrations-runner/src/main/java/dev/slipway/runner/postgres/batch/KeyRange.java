package dev.slipway.runner.postgres.batch;

import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.runner.sql.DataChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes the SQL that takes rows in the order of a key.
///
/// Values are texts, as the server gave them, and go back to it as literals of the key's types. Columns come first in
/// comparisons, so that the collation is theirs.
public record KeyRange(DataChange change, List<KeyColumn> key) {
    public KeyRange {
        key = List.copyOf(key);
    }

    /// Rows behind one key, up to and with another.
    ///
    /// @param after null for the first row and those behind it
    public String between(@Nullable List<String> after, List<String> upTo) {
        String end = compared("<=", upTo);
        return after == null ? end : compared(">", after) + " and " + end;
    }

    private String compared(String operator, List<String> values) {
        List<String> literals = new ArrayList<>();
        for (int index = 0; index < key.size(); index++) {
            literals.add("%s::%s"
                    .formatted(Quote.literal(values.get(index)), key.get(index).type()));
        }
        return "(%s) %s (%s)".formatted(columns(""), operator, String.join(", ", literals));
    }

    /// The columns, each with something behind it.
    private String columns(String behind) {
        return key.stream().map(column -> change.column(column.name()) + behind).collect(Collectors.joining(", "));
    }

    private String numbered(String form) {
        return IntStream.range(0, key.size()).mapToObj(form::formatted).collect(Collectors.joining(", "));
    }

    /// Gives how many rows the next batch has, and the highest key of it: by the order of its type, not by that of the
    /// texts, which have the same names in the result.
    String next(@Nullable List<String> after, List<String> upTo, long size) {
        String named = IntStream.range(0, key.size())
                .mapToObj(index ->
                        "%s as k%d".formatted(change.column(key.get(index).name()), index))
                .collect(Collectors.joining(", "));
        return """
            with part as materialized (select %s from %s where %s order by %s limit %d)
            select (select count(*) from part), %s from part order by %s limit 1\
            """.formatted(
                        named,
                        change.from(),
                        between(after, upTo),
                        columns(""),
                        size,
                        numbered("k%d::text"),
                        numbered("part.k%d desc"));
    }

    /// Gives the highest key there is.
    String highest() {
        return "select %s from %s order by %s limit 1".formatted(columns("::text"), change.from(), columns(" desc"));
    }

    /// Gives how many rows there are, but does not count more than so many.
    String count(long enough) {
        return "select count(*) from (select from %s limit %d) as part".formatted(change.from(), enough);
    }
}
