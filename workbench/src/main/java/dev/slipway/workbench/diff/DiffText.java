package dev.slipway.workbench.diff;

import dev.slipway.runner.postgres.flyway.SqlParseException;
import dev.slipway.runner.postgres.flyway.SqlParser;
import java.util.List;
import java.util.regex.Pattern;

/// What the library wrote, without what is not wanted of it.
final class DiffText {
    private static final Pattern COMMENTS = Pattern.compile("\\A(?:\\s*(?:--[^\\n]*\\n|/\\*[^*]*\\*/))+");
    private static final Pattern UNWANTED = Pattern.compile("SET search_path = .*|ALTER .* OWNER TO .*");

    private DiffText() {}

    static List<String> cleaned(String text) {
        try {
            return new SqlParser()
                    .parse(text).stream()
                            .map(statement -> COMMENTS.matcher(statement.sql())
                                    .replaceFirst("")
                                    .strip())
                            .filter(sql ->
                                    !sql.isEmpty() && !UNWANTED.matcher(sql).matches())
                            .map(sql -> (sql.contains("$") ? sql : sql.replace("\t", "    ")) + ";")
                            .toList();
        } catch (SqlParseException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
