package dev.slipway.runner.sql;

import java.util.Optional;

/// Follows the tokens of a script, and knows where its statements end.
///
/// `psql` counts parentheses, and the words BEGIN, CASE and END in what begins like CREATE FUNCTION; the server asks
/// its grammar. There a body that begins with `BEGIN ATOMIC` ends with the END that follows a semicolon, or ATOMIC
/// itself.
final class Statements {
    private final String text;
    private final CopyWords copy;
    private final StringSetting setting;
    private int depth;
    private boolean creates;
    private boolean inBody;
    private Token before;
    private Token first;
    private Token open;

    Statements(String text) {
        this.text = text;
        this.copy = new CopyWords(text);
        this.setting = new StringSetting(text);
        this.before = new Token(TokenKind.END, 0, 0, true);
        this.first = before;
        this.open = before;
    }

    /// The token, known as the end of its statement if it is that.
    Token accept(Token token) {
        if (token.kind().isBlank() || token.kind() == TokenKind.PSQL_COMMAND) {
            return token;
        }
        if (before.kind() == TokenKind.END) {
            first = token;
            creates = token.isWord(text, "create");
        }
        switch (token.kind()) {
            case OPEN -> open(token);
            case CLOSE -> depth = Math.max(0, depth - 1);
            case WORD -> word(token);
            default -> {}
        }
        boolean ends = token.kind() == TokenKind.SEMICOLON && depth == 0 && !inBody;
        Token accepted = ends ? new Token(TokenKind.END, token.start(), token.end(), true) : token;
        copy.accept(accepted, depth);
        setting.accept(accepted);
        before = accepted;
        return accepted;
    }

    private void open(Token token) {
        if (depth == 0) {
            open = token;
        }
        depth++;
    }

    private void word(Token token) {
        if (depth > 0) {
            return;
        }
        if (inBody) {
            boolean begins = before.kind() == TokenKind.SEMICOLON || before.isWord(text, "atomic");
            inBody = !(begins && token.isWord(text, "end"));
        } else if (creates && token.isWord(text, "atomic") && before.isWord(text, "begin")) {
            inBody = true;
            open = before;
        }
    }

    /// Whether the statement that ended with the last token has data in the lines after it.
    boolean dataFollow() {
        return copy.dataFollow();
    }

    /// Whether `\` means nothing in a string without a prefix.
    boolean standardStrings() {
        return setting.standard();
    }

    /// The first token of the statement that was read last.
    Token first() {
        return first;
    }

    /// What is open at the end of the text.
    Optional<SqlScript.Fault> fault() {
        if (inBody) {
            return Optional.of(SqlScript.Fault.open("the body that begins here does not end", open.start()));
        }
        return depth > 0
                ? Optional.of(SqlScript.Fault.open("the parenthesis that opens here is not closed", open.start()))
                : Optional.empty();
    }
}
