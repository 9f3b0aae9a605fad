package dev.slipway.runner.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Forms of statements that PostgreSQL runs in no transaction which do the same in one. Each has the length of the
/// statement, so that places in it stay.
public final class InTransaction {
    private static final Set<String> BEFORE_COMMIT = Set.of(";", "begin", "then", "else", "loop");
    private static final String NOTHING = "null  ";

    private InTransaction() {}

    /// The statement without its CONCURRENTLY, or nothing if it has none outside of parentheses.
    public static Optional<String> withoutConcurrently(String sql) {
        int depth = 0;
        for (Token token : SqlScript.read(sql).significant()) {
            depth += token.kind() == TokenKind.OPEN ? 1 : token.kind() == TokenKind.CLOSE ? -1 : 0;
            if (depth == 0 && token.isWord(sql, "concurrently")) {
                return Optional.of(replaced(sql, token.start(), token.end(), " ".repeat(token.end() - token.start())));
            }
        }
        return Optional.empty();
    }

    /// A DO block without its COMMITs, or nothing if it has none, or is none, or takes something back.
    public static Optional<String> withoutCommits(String sql) {
        List<Token> tokens = SqlScript.read(sql).significant();
        if (tokens.isEmpty() || !tokens.getFirst().isWord(sql, "do")) {
            return Optional.empty();
        }
        return tokens.stream()
                .filter(token -> token.kind() == TokenKind.DOLLAR_STRING && token.closed())
                .findFirst()
                .flatMap(token ->
                        bodyWithoutCommits(token.in(sql)).map(body -> replaced(sql, token.start(), token.end(), body)));
    }

    private static Optional<String> bodyWithoutCommits(String quoted) {
        int begin = quoted.indexOf('$', 1) + 1;
        String body = quoted.substring(begin, quoted.length() - begin);
        List<Token> tokens = SqlScript.read(body).significant();
        String changed = body;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean lone = BEFORE_COMMIT.contains(tokens.get(i - 1).in(body).toLowerCase(Locale.ROOT))
                    && tokens.get(i + 1).in(body).equals(";");
            if (lone && token.isWord(body, "rollback")) {
                return Optional.empty();
            }
            if (lone && token.isWord(body, "commit")) {
                changed = replaced(changed, token.start(), token.end(), NOTHING);
            }
        }
        return changed.equals(body)
                ? Optional.empty()
                : Optional.of(replaced(quoted, begin, quoted.length() - begin, changed));
    }

    private static String replaced(String text, int start, int end, String other) {
        return text.substring(0, start) + other + text.substring(end);
    }
}
