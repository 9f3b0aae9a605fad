package dev.slipway.runner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a script from its beginning to its end.
final class ScriptReading {
    private static final String DATA_END = "\\.";

    private final String text;
    private final Lexer lexer;
    private final Statements statements;
    private final List<Token> tokens = new ArrayList<>();
    private SqlScript.@Nullable Fault fault;
    private int at;

    ScriptReading(String text) {
        this.text = text;
        this.lexer = new Lexer(text);
        this.statements = new Statements(text);
    }

    SqlScript read() {
        while (at < text.length()) {
            Token token = statements.accept(lexer.next(at));
            add(token);
            if (token.kind() == TokenKind.END) {
                lexer.standardStrings(statements.standardStrings());
                if (statements.dataFollow()) {
                    readData();
                }
            } else if (!token.closed()) {
                refuse(SqlScript.Fault.open(
                        "the %s that begins here does not end".formatted(name(token.kind())), token.start()));
            }
        }
        return new SqlScript(text, tokens, Optional.ofNullable(fault).or(statements::fault));
    }

    private void add(Token token) {
        tokens.add(token);
        at = token.end();
    }

    private void refuse(SqlScript.Fault found) {
        if (fault == null) {
            fault = found;
        }
    }

    private static String name(TokenKind kind) {
        return kind == TokenKind.QUOTED_NAME
                ? "name in quotes"
                : kind == TokenKind.BLOCK_COMMENT ? "comment" : "string";
    }

    /// The data begin in the next line. What stands behind the statement in its own would come after them.
    private void readData() {
        int next = lineEnd(at);
        while (at < next) {
            Token token = lexer.next(at);
            boolean beyond = token.end() > next;
            if (!token.kind().isBlank() || (beyond && token.kind() != TokenKind.SPACE)) {
                refuse(new SqlScript.Fault(
                        "nothing can stand here: the data of the COPY before begin in the next line",
                        "write it below the data",
                        token.start()));
                return;
            }
            add(beyond ? new Token(TokenKind.SPACE, at, next, true) : token);
        }
        readLines();
    }

    private void readLines() {
        int start = at;
        boolean last = false;
        while (at < text.length() && !last) {
            int next = lineEnd(at);
            last = text.substring(at, next).strip().equals(DATA_END);
            at = next;
        }
        add(new Token(TokenKind.COPY_DATA, start, at, last));
        if (!last) {
            refuse(new SqlScript.Fault(
                    "COPY ... FROM STDIN has no closing \\. line",
                    "let a line \\. follow its rows",
                    statements.first().start()));
        }
    }

    /// Behind the end of the line.
    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
