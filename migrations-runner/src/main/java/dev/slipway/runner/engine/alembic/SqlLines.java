package dev.slipway.runner.engine.alembic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells the lines of SQL that begin outside of quotes and comments from those within, such as the body of a function.
///
/// Source: https://www.postgresql.org/docs/current/sql-syntax-lexical.html
final class SqlLines {
    private static final Pattern OPENING =
            Pattern.compile("--|/\\*|(?<![\\w$])[eE]'|'|\"|(?<![\\w$])\\$(?:[A-Za-z_]\\w*)?\\$");
    private static final Pattern COMMENT = Pattern.compile("/\\*|\\*/");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:.|$)|'");

    private @Nullable Pattern closing;
    private int depth;

    private SqlLines() {}

    /// @param number counted from 1
    /// @param outside whether it begins outside of quotes and comments
    record Line(String text, int number, boolean outside) {}

    static List<Line> of(String text) {
        SqlLines reader = new SqlLines();
        List<Line> lines = new ArrayList<>();
        text.lines().forEachOrdered(line -> {
            lines.add(new Line(line, lines.size() + 1, reader.closing == null));
            reader.pass(line);
        });
        return lines;
    }

    private void pass(String line) {
        int at = 0;
        while (at < line.length()) {
            Pattern end = closing;
            at = end == null ? open(line, at) : close(line, at, end);
        }
    }

    private int open(String line, int from) {
        Matcher matcher = OPENING.matcher(line);
        if (!matcher.find(from) || matcher.group().equals("--")) {
            return line.length();
        }
        String found = matcher.group();
        closing = switch (found) {
            case "/*" -> COMMENT;
            case "e'", "E'" -> ESCAPED;
            default -> Pattern.compile(Pattern.quote(found));
        };
        depth = 1;
        return matcher.end();
    }

    private int close(String line, int from, Pattern end) {
        Matcher matcher = end.matcher(line);
        if (!matcher.find(from)) {
            return line.length();
        }
        String found = matcher.group();
        if (!found.startsWith("\\")) {
            depth += found.equals("/*") ? 1 : -1;
        }
        if (depth == 0) {
            closing = null;
        }
        return matcher.end();
    }
}
