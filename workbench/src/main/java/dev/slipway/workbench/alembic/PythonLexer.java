package dev.slipway.workbench.alembic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the text of a Python module apart, without its comments.
///
/// Source: https://docs.python.org/3/reference/lexical_analysis.html
final class PythonLexer {
    private static final Pattern STRING_START = Pattern.compile("([rRbBuUfFtT]{0,2})('''|\"\"\"|'|\")");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\w.]*");
    private static final Pattern SIGN = Pattern.compile("\\.\\.\\.|->|:=|[-+*/%@&|^=!<>]?=|.", Pattern.DOTALL);

    private final String text;
    private final List<PythonLine> lines = new ArrayList<>();
    private final List<PythonToken> tokens = new ArrayList<>();
    private int at;
    private int indent;
    private int depth;

    private PythonLexer(String text) {
        this.text = text;
    }

    static List<PythonLine> lines(String text) {
        PythonLexer lexer = new PythonLexer(text.replace("\r\n", "\n").replace('\r', '\n') + "\n");
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.endLine();
        return lexer.lines;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            if (depth == 0) {
                endLine();
            }
        } else if (c == '#') {
            at = text.indexOf('\n', at);
        } else if (text.startsWith("\\\n", at)) {
            at += 2;
        } else if (c == ' ' || c == '\t' || c == '\f' || c == '\uFEFF') {
            space(c);
        } else {
            token();
        }
    }

    private void endLine() {
        if (!tokens.isEmpty()) {
            lines.add(new PythonLine(indent, tokens));
            tokens.clear();
        }
        indent = 0;
    }

    private void space(char c) {
        at++;
        if (tokens.isEmpty()) {
            indent = c == ' ' ? indent + 1 : c == '\t' ? (indent / 8 + 1) * 8 : indent;
        }
    }

    private void token() {
        Matcher string = STRING_START.matcher(text).region(at, text.length());
        if (string.lookingAt()) {
            at = string.end();
            tokens.add(string(string.group(1).toLowerCase(Locale.ROOT), string.group(2)));
        } else if (!take(NAME, PythonToken.Kind.NAME) && !take(NUMBER, PythonToken.Kind.OTHER)) {
            take(SIGN, PythonToken.Kind.OTHER);
            depth = Math.max(0, depth + PythonLine.depth(tokens.getLast()));
        }
    }

    private boolean take(Pattern pattern, PythonToken.Kind kind) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        at = matcher.end();
        tokens.add(new PythonToken(kind, matcher.group()));
        return true;
    }

    /// A string that is not closed ends with its line, or with the file.
    private PythonToken string(String prefix, String quote) {
        int start = at;
        while (at < text.length() && !text.startsWith(quote, at) && (quote.length() == 3 || text.charAt(at) != '\n')) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        int end = Math.min(at, text.length());
        at = text.startsWith(quote, end) ? end + quote.length() : end;
        String inside = text.substring(start, end);
        boolean computed = prefix.contains("f") || prefix.contains("b") || prefix.contains("t");
        return computed
                ? new PythonToken(PythonToken.Kind.COMPUTED_STRING, inside)
                : new PythonToken(
                        PythonToken.Kind.STRING, prefix.contains("r") ? inside : PythonEscapes.resolved(inside));
    }
}
