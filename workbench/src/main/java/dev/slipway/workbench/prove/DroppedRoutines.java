package dev.slipway.workbench.prove;

import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.Token;
import dev.slipway.runner.sql.TokenKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what the functions, procedures and aggregates are called that a script drops, in the body of a DO as well.
final class DroppedRoutines {
    private static final List<String> KINDS = List.of("function", "procedure", "aggregate", "routine");

    private final String text;
    private final List<Token> tokens;
    private final Set<String> names = new HashSet<>();

    /// Whether it is the body of a DO, in which strings may be run.
    private final boolean body;

    private DroppedRoutines(String text, boolean body) {
        this.text = text;
        this.body = body;
        this.tokens = SqlScript.read(text).significant();
    }

    /// Their names without schema and arguments; perhaps with that of the schema, and with words that name none.
    static Set<String> in(String sql) {
        return in(sql, false);
    }

    private static Set<String> in(String sql, boolean body) {
        DroppedRoutines dropped = new DroppedRoutines(sql, body);
        dropped.read();
        return dropped.names;
    }

    /// The last part of what names a routine in SQL.
    static String lastPart(String routine) {
        return SqlScript.read(routine).tokens().stream()
                .takeWhile(token -> token.kind() != TokenKind.OPEN)
                .reduce((_, last) -> last)
                .map(token -> name(token, routine))
                .orElse(routine);
    }

    private void read() {
        boolean first = true;
        boolean does = body;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            does = body || (first ? token.isWord(text, "do") : does);
            first = token.kind() == TokenKind.END;
            if (does && (token.kind() == TokenKind.STRING || token.kind() == TokenKind.DOLLAR_STRING)) {
                names.addAll(in(token.content(text), true));
            }
            if (token.isWord(text, "drop") && i + 1 < tokens.size() && isKind(tokens.get(i + 1))) {
                addNames(tokens.subList(i + 2, tokens.size()).stream());
            }
        }
    }

    private boolean isKind(Token token) {
        return KINDS.stream().anyMatch(kind -> token.isWord(text, kind));
    }

    private void addNames(Stream<Token> rest) {
        int[] depth = {0};
        rest.takeWhile(token -> token.kind() != TokenKind.END && token.kind() != TokenKind.SEMICOLON)
                .peek(token ->
                        depth[0] += token.kind() == TokenKind.OPEN ? 1 : token.kind() == TokenKind.CLOSE ? -1 : 0)
                .filter(token ->
                        depth[0] == 0 && (token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_NAME))
                .map(token -> name(token, text))
                .forEach(names::add);
    }

    private static String name(Token token, String sql) {
        return token.kind() == TokenKind.QUOTED_NAME
                ? token.content(sql)
                : token.in(sql).toLowerCase(Locale.ROOT);
    }
}
