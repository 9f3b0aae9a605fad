package dev.slipway.runner.sql;

import java.util.List;
import java.util.Optional;

/// Reads a statement from its beginning, word by word. What is passed is behind; what does not fit is left to be tried
/// as something else.
public final class StatementWords {
    private final String sql;
    private final List<Token> tokens;
    private int at;

    private StatementWords(String sql) {
        this.sql = sql;
        this.tokens = SqlScript.read(sql).significant();
    }

    public static StatementWords of(String sql) {
        return new StatementWords(sql);
    }

    /// Passes these words, all of them or none.
    public boolean pass(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).isWord(sql, words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /// Whether a word comes before any other.
    public boolean isNext(String word) {
        return at < tokens.size() && tokens.get(at).isWord(sql, word);
    }

    /// Passes a name, qualified or not, and gives it as it stands.
    public Optional<String> name() {
        StringBuilder name = new StringBuilder();
        int next = at;
        while (next < tokens.size() && isName(tokens.get(next))) {
            name.append(tokens.get(next).in(sql));
            next++;
            if (next >= tokens.size() || !tokens.get(next).in(sql).equals(".")) {
                at = next;
                return Optional.of(name.toString());
            }
            name.append('.');
            next++;
        }
        return Optional.empty();
    }

    /// One that is quoted with an escape of its own means nothing to a function that reads names.
    private boolean isName(Token token) {
        return token.kind() == TokenKind.WORD
                || (token.kind() == TokenKind.QUOTED_NAME && sql.charAt(token.start()) == '"');
    }

    /// Passes a string, and gives what stands between its quotes.
    public Optional<String> string() {
        if (at >= tokens.size()
                || tokens.get(at).kind() != TokenKind.STRING
                || sql.charAt(tokens.get(at).start()) != '\'') {
            return Optional.empty();
        }
        String content = tokens.get(at).content(sql);
        at++;
        return Optional.of(content);
    }

    /// Passes what stands in parentheses, if that comes next, and gives it with them.
    public String parentheses() {
        int depth = 0;
        int next = at;
        while (next < tokens.size()) {
            TokenKind kind = tokens.get(next).kind();
            depth += kind == TokenKind.OPEN ? 1 : kind == TokenKind.CLOSE ? -1 : 0;
            if (depth == 0) {
                break;
            }
            next++;
        }
        if (next == at || next >= tokens.size()) {
            return "";
        }
        String inner = sql.substring(tokens.get(at).start(), tokens.get(next).end());
        at = next + 1;
        return inner;
    }

    /// What is left, as it stands.
    public String rest() {
        return at < tokens.size() ? sql.substring(tokens.get(at).start()) : "";
    }
}
