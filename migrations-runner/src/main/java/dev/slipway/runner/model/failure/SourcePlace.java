package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.sql.SqlScript;
import java.util.Optional;

/// A character in a script, and the line it stands in.
///
/// @param line counted from 1
/// @param column counted from 1
public record SourcePlace(String origin, int line, int column, String text) {
    /// The place of a character of a statement in its script.
    ///
    /// @param position counted in code points from 1 as PostgreSQL does, or 0 for where the statement begins
    public static SourcePlace of(ScriptFile file, Statement statement, int position) {
        String sql = statement.sql();
        int offset = position > 0 ? offset(sql, position - 1) : SqlScript.begin(sql);
        int lineStart = sql.lastIndexOf('\n', offset - 1) + 1;
        int line =
                (int) sql.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        int indent = line == 0 ? statement.column() - 1 : 0;
        return new SourcePlace(
                file.origin(),
                statement.line() + line,
                indent + offset - lineStart + 1,
                line(file, statement.line() + line, line(sql, lineStart))
                        .orElseGet(() -> " ".repeat(indent) + line(sql, lineStart)));
    }

    /// The line as it stands in the file; with placeholders in it, its columns are not those of the statement.
    private static Optional<String> line(ScriptFile file, int number, String sent) {
        return file.text()
                .lines()
                .skip(number - 1L)
                .findFirst()
                .filter(line -> line.contains(sent))
                .map(String::stripTrailing);
    }

    private static String line(String sql, int start) {
        int end = sql.indexOf('\n', start);
        return sql.substring(start, end < 0 ? sql.length() : end).stripTrailing();
    }

    private static int offset(String sql, int codePoints) {
        return sql.offsetByCodePoints(0, Math.min(codePoints, sql.codePointCount(0, sql.length())));
    }

    /// The line under which a caret stands, tabs kept so that both line up.
    public String caretLine() {
        return text.substring(0, Math.min(column - 1, text.length())).replaceAll("[^\\t]", " ") + "^";
    }
}
