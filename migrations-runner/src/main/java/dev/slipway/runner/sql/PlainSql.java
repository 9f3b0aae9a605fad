package dev.slipway.runner.sql;

import java.util.Locale;

/// The beginning of a statement in one line: without comments, with one space for each space, in capitals.
public final class PlainSql {
    private PlainSql() {}

    /// @param enough so many characters are enough
    public static String of(String sql, int enough) {
        Lexer lexer = new Lexer(sql);
        StringBuilder plain = new StringBuilder();
        int at = 0;
        boolean space = false;
        while (at < sql.length() && plain.length() < enough) {
            Token token = lexer.next(at);
            if (token.kind().isBlank()) {
                space = !plain.isEmpty();
            } else {
                plain.append(space ? " " : "")
                        .append(sql, token.start(), Math.min(token.end(), token.start() + enough));
                space = false;
            }
            at = token.end();
        }
        return plain.toString().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
