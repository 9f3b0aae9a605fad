package dev.slipway.runner.sql;

/// A statement as others may read it: in one line, without comments, and with `?` for whatever is a value.
public final class WithoutLiterals {
    private static final String MORE = "...";

    private WithoutLiterals() {}

    /// @param longest so many characters at most; what is cut off is told by three dots
    public static String of(String sql, int longest) {
        Lexer lexer = new Lexer(sql);
        StringBuilder plain = new StringBuilder();
        int at = 0;
        boolean space = false;
        while (at < sql.length() && plain.length() <= longest) {
            Token token = lexer.next(at);
            if (token.kind().isBlank()) {
                space = !plain.isEmpty();
            } else {
                plain.append(space ? " " : "").append(word(token, sql));
                space = false;
            }
            at = token.end();
        }
        String line = plain.toString().replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - MORE.length()) + MORE;
    }

    private static String word(Token token, String sql) {
        return switch (token.kind()) {
            case STRING, DOLLAR_STRING, NUMBER -> "?";
            case STRING_CONTINUED, COPY_DATA -> "";
            // cut off by the server, it may be anything
            case QUOTED_NAME -> token.closed() ? token.in(sql) : "?";
            case PSQL_COMMAND -> token.in(sql);
            case SPACE, LINE_COMMENT, BLOCK_COMMENT -> "";
            case WORD, PARAMETER, PLACEHOLDER, OPERATOR, OPEN, CLOSE, SEMICOLON, END, SIGN -> token.in(sql);
        };
    }
}
