package dev.slipway.workbench.diff;

import dev.slipway.runner.postgres.flyway.SqlParseException;
import dev.slipway.runner.postgres.flyway.SqlParser;
import dev.slipway.runner.sql.SqlScript;
import java.util.List;
import java.util.regex.Pattern;

/// What the library wrote, without what is not wanted of it.
final class DiffText {
    private static final Pattern UNWANTED = Pattern.compile("SET search_path = .*|ALTER .* OWNER TO .*");

    /// The library has no word for an event trigger that is enabled as usual.
    private static final Pattern ENABLED = Pattern.compile("(ALTER EVENT TRIGGER .+) null");

    private DiffText() {}

    static List<String> cleaned(String text) {
        try {
            return new SqlParser()
                    .parse(text).stream()
                            .map(statement -> withoutComments(statement.sql()))
                            .filter(sql ->
                                    !sql.isEmpty() && !UNWANTED.matcher(sql).matches())
                            .map(sql -> ENABLED.matcher(sql).replaceFirst("$1 ENABLE"))
                            .map(sql -> (sql.contains("$") ? sql : sql.replace("\t", "    ")) + ";")
                            .toList();
        } catch (SqlParseException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static String withoutComments(String sql) {
        return sql.substring(SqlScript.begin(sql)).strip();
    }
}
