package dev.slipway.runner.engine.offline;

import dev.slipway.runner.model.script.Statement;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a statement so that `psql` sends to the server what the runner would send.
///
/// Outside quotes and comments `psql` puts the value of a variable in place of `:name`, so such a colon is written
/// `\:`, which `psql` reads as a plain colon. A backslash there begins a command of `psql`, and means nothing to the
/// server. Both rules are those of psql's manual, under "Meta-Commands" and "Variables".
final class PsqlText {
    private static final Pattern TOKEN = Pattern.compile("""
            (?x) (?<escaped> [eE]' (?: [^'\\\\] | \\\\. | '' )*+ '? )
            | (?<word> [\\p{L}\\p{N}_] [\\p{L}\\p{N}_$]*+ )
            | (?<quoted> '[^']*+'? | "[^"]*+"? )
            | (?<dollar> \\$ (?<tag> (?: [\\p{L}_] [\\p{L}\\p{N}_]*+ )? ) \\$ (?s:.*?) (?: \\$\\k<tag>\\$ | \\z ) )
            | (?<line> --[^\\n\\r]*+ )
            | (?<comment> /\\* )
            | (?<pair> :: | := )
            | (?<colon> : (?= [\\p{L}\\p{N}_'"{] ) )
            | (?<backslash> \\\\ )
            """, Pattern.DOTALL);
    private static final Pattern COMMENT_EDGE = Pattern.compile("/\\*|\\*/");

    private final String sql;
    private final StringBuilder written = new StringBuilder();
    private int backslash = -1;

    private PsqlText(String sql) {
        this.sql = sql;
        Matcher token = TOKEN.matcher(sql);
        int at = 0;
        while (token.find(at)) {
            int end = token.group("comment") == null ? token.end() : endOfComment(token.end());
            if (token.group("backslash") != null && backslash < 0) {
                backslash = token.start();
            }
            written.append(sql, at, token.start());
            written.append(token.group("colon") == null ? "" : "\\").append(sql, token.start(), end);
            at = end;
        }
        written.append(sql, at, sql.length());
    }

    /// Comments of PostgreSQL may hold others.
    private int endOfComment(int from) {
        Matcher edge = COMMENT_EDGE.matcher(sql);
        int depth = 1;
        int at = from;
        while (depth > 0 && edge.find(at)) {
            depth += edge.group().equals("/*") ? 1 : -1;
            at = edge.end();
        }
        return depth > 0 ? sql.length() : at;
    }

    /// The statement with what ends it, and the data that follow it.
    static String of(Statement statement) {
        String text = new PsqlText(statement.sql()).written.toString();
        String lastLine = text.substring(text.lastIndexOf('\n') + 1);
        String ended = text + (lastLine.contains("--") ? "\n;\n" : ";\n");
        String data = statement.copyData();
        return data == null ? ended : ended + ended(data);
    }

    /// The mark at the end of the data has to end as their lines do.
    private static String ended(String data) {
        String lineEnd = data.contains("\r\n") ? "\r\n" : "\n";
        return data + (data.isEmpty() || data.endsWith("\n") ? "" : lineEnd) + "\\." + lineEnd;
    }

    /// Where a backslash stands outside quotes and comments.
    static OptionalInt backslash(String sql) {
        int found = new PsqlText(sql).backslash;
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
