package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.script.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A character in a script, and the line it stands in.
///
/// @param line counted from 1
/// @param column counted from 1
public record SourcePlace(String origin, int line, int column, String text) {
    private static final Pattern LEADING_COMMENTS = Pattern.compile("(\\s++|--[^\\n\\r]*+|/\\*(?s:.*?)\\*/)*+");

    /// The place of a character in a statement.
    ///
    /// @param position counted in code points from 1 as PostgreSQL does, or 0 for where the statement begins
    public static SourcePlace of(String origin, Statement statement, int position) {
        String sql = statement.sql();
        int offset = position > 0 ? offset(sql, position - 1) : begin(sql);
        int lineStart = sql.lastIndexOf('\n', offset - 1) + 1;
        int lineEnd = sql.indexOf('\n', offset);
        String text = sql.substring(lineStart, lineEnd < 0 ? sql.length() : lineEnd);
        int line =
                (int) sql.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        int indent = line == 0 ? statement.column() - 1 : 0;
        return new SourcePlace(
                origin,
                statement.line() + line,
                indent + offset - lineStart + 1,
                " ".repeat(indent) + text.stripTrailing());
    }

    private static int offset(String sql, int codePoints) {
        return sql.offsetByCodePoints(0, Math.min(codePoints, sql.codePointCount(0, sql.length())));
    }

    private static int begin(String sql) {
        Matcher matcher = LEADING_COMMENTS.matcher(sql);
        return matcher.lookingAt() ? Math.min(matcher.end(), sql.length()) : 0;
    }

    /// The line under which a caret stands, tabs kept so that both line up.
    public String caretLine() {
        return text.substring(0, Math.min(column - 1, text.length())).replaceAll("[^\\t]", " ") + "^";
    }
}
