package dev.slipway.runner.sql;

/// Watches the tokens of statements for a `COPY ... FROM STDIN`, after which data follow instead of SQL. The grammar of
/// the server takes `STDOUT` for the same.
final class CopyWords {
    private final String text;
    private boolean first = true;
    private boolean copies;
    private boolean afterFrom;
    private boolean fromStdin;
    private boolean ended;

    CopyWords(String text) {
        this.text = text;
    }

    /// @param depth how many parentheses are open
    void accept(Token token, int depth) {
        if (token.kind() == TokenKind.END) {
            ended = fromStdin;
            first = true;
            copies = false;
            afterFrom = false;
            fromStdin = false;
            return;
        }
        ended = false;
        copies |= first && token.isWord(text, "copy");
        first = false;
        boolean standard = token.isWord(text, "stdin") || token.isWord(text, "stdout");
        fromStdin |= copies && depth == 0 && afterFrom && standard;
        afterFrom = token.isWord(text, "from");
    }

    /// Whether the last token ended such a statement.
    boolean dataFollow() {
        return ended;
    }
}
