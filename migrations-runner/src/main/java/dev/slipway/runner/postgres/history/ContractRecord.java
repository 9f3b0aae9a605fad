package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The comment of the history table: which applied revisions only services built for them can run on. The gate of a
/// service reads it too.
public final class ContractRecord {
    private static final String WORDS = "slipway contract: ";
    private static final Pattern FORM = Pattern.compile(WORDS + "([0-9._, ]*[0-9])");

    private ContractRecord() {}

    /// @param comment null if the table has none
    static List<Version> parse(@Nullable String comment) {
        Matcher matcher = FORM.matcher(comment == null ? "" : comment);
        return matcher.find()
                ? Arrays.stream(matcher.group(1).split(",", -1))
                        .map(String::strip)
                        .map(Version::parse)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    /// The statement that writes it.
    ///
    /// @param table the history, as it stands in SQL
    public static String statement(String table, Collection<Version> versions) {
        String comment = versions.isEmpty() ? "null" : Quote.literal(WORDS + Version.list(versions));
        return "comment on table %s is %s".formatted(table, comment);
    }
}
