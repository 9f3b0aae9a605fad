package dev.slipway.runner.engine.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tokens of a script without comments and the white space between them, by the lexical rules of PostgreSQL
/// (manual, "Lexical Structure"). Two texts have the same tokens only if the server sees the same in them; strings,
/// quoted names, dollar quotes and the data of a `COPY` are kept to the letter.
final class SqlTokens {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";
    private static final String LONG_OPERATORS = "~!@#%^&|`?";
    private static final String GOES_ON = "\n";

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final CopyWords copy = new CopyWords();
    private int at;
    private boolean lineEnded;
    private boolean afterString;
    private boolean escapes;

    private SqlTokens(String text) {
        this.text = text;
    }

    /// Line ends count as one kind, as in Flyway's checksums.
    static List<String> of(String text) {
        SqlTokens reader = new SqlTokens(text.replace("\r\n", "\n").replace('\r', '\n'));
        while (reader.skipSpace()) {
            reader.readToken();
        }
        return reader.tokens;
    }

    /// @return whether there is more
    private boolean skipSpace() {
        lineEnded = false;
        boolean blockComment = false;
        while (at < text.length()) {
            if (isSpace(text.charAt(at))) {
                lineEnded |= text.charAt(at) == '\n';
                at++;
            } else if (text.startsWith("--", at)) {
                at = lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                at = SqlQuotes.commentEnd(text, at);
                blockComment = true;
            } else {
                break;
            }
        }
        lineEnded &= !blockComment;
        return at < text.length();
    }

    private static boolean isSpace(char c) {
        return " \t\n\f\u000B".indexOf(c) >= 0;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void readToken() {
        int start = at;
        int quote = SqlQuotes.quoteAt(text, at);
        boolean string = quote >= 0 && text.charAt(quote) == '\'';
        if (quote >= 0) {
            boolean continues = string && afterString && quote == at && lineEnded;
            if (continues) {
                // strings parted by a line end are one string, with the escapes of its first part
                tokens.add(GOES_ON);
            }
            escapes = (continues && escapes) || SqlQuotes.escapes(text, at);
            at = SqlQuotes.end(text, quote, escapes);
        } else {
            at = plainEnd(text.charAt(at));
        }
        String token = text.substring(start, at);
        tokens.add(token);
        afterString = string;
        if (copy.dataFollows(token.toLowerCase(Locale.ROOT))) {
            readCopyData();
        }
    }

    private int plainEnd(char first) {
        boolean fraction = first == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
        if (isWord(first) || fraction) {
            return wordEnd(isDigit(first) || fraction);
        }
        if (first == '$') {
            return SqlQuotes.dollarEnd(text, at);
        }
        if (first == ':') {
            return at + (text.startsWith("::", at) || text.startsWith(":=", at) ? 2 : 1);
        }
        return OPERATORS.indexOf(first) >= 0 ? operatorEnd() : at + 1;
    }

    private static boolean isWord(char c) {
        return c == '_' || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c > '\u007F';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int wordEnd(boolean number) {
        int end = at + 1;
        while (end < text.length() && goesOn(end, number)) {
            end++;
        }
        return end;
    }

    private boolean goesOn(int end, boolean number) {
        char c = text.charAt(end);
        boolean fraction = number && c == '.' && !text.startsWith("..", end);
        boolean exponent = number
                && (c == '+' || c == '-')
                && Character.toLowerCase(text.charAt(end - 1)) == 'e'
                && end + 1 < text.length()
                && isDigit(text.charAt(end + 1));
        return isWord(c) || (c == '$' && !number) || fraction || exponent;
    }

    private int operatorEnd() {
        int end = at;
        while (end < text.length()
                && OPERATORS.indexOf(text.charAt(end)) >= 0
                && (end == at || !(text.startsWith("--", end) || text.startsWith("/*", end)))) {
            end++;
        }
        boolean mayEndInSign = text.substring(at, end).chars().anyMatch(c -> LONG_OPERATORS.indexOf(c) >= 0);
        while (!mayEndInSign && end > at + 1 && (text.charAt(end - 1) == '+' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    /// All lines up to the one that is `\.` alone.
    private void readCopyData() {
        int start = Math.min(lineEnd(at) + 1, text.length());
        tokens.add(text.substring(at, start).strip());
        int next = start;
        while (next < text.length()) {
            int end = lineEnd(next);
            boolean last = text.substring(next, end).equals("\\.");
            next = Math.min(end + 1, text.length());
            if (last) {
                break;
            }
        }
        tokens.add(text.substring(start, next).stripTrailing());
        at = next;
    }
}
