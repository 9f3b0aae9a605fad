package dev.slipway.runner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A script, taken apart into tokens as `psql` and the server take it apart.
///
/// @param tokens put together they are the text
/// @param fault the first thing that keeps it from being run
public record SqlScript(String text, List<Token> tokens, Optional<Fault> fault) {
    public SqlScript {
        tokens = List.copyOf(tokens);
    }

    /// What has no end, or stands where nothing can stand.
    ///
    /// @param what in words
    /// @param help what to do about it
    /// @param at where it begins
    public record Fault(String what, String help, int at) {
        static Fault open(String what, int at) {
            return new Fault(what, "close what is open", at);
        }
    }

    public static SqlScript read(String text) {
        return new ScriptReading(text).read();
    }

    /// The tokens in which the server sees something, without the commands of `psql`.
    public List<Token> significant() {
        List<Token> significant = new ArrayList<>();
        for (Token token : tokens) {
            if (!isPassedOver(token.kind())) {
                significant.add(token);
            }
        }
        return significant;
    }

    /// Whether nothing in the text reaches the server. Reads no more of it than is needed to know that.
    public static boolean isEmpty(String text) {
        return first(text, kind -> isPassedOver(kind) || kind == TokenKind.SEMICOLON) == text.length();
    }

    /// Where the first thing begins that reaches the server, or the end of the text. Reads no more of it than is
    /// needed.
    public static int begin(String text) {
        return first(text, SqlScript::isPassedOver);
    }

    private static int first(String text, Predicate<TokenKind> passedOver) {
        Lexer lexer = new Lexer(text);
        int at = 0;
        while (at < text.length()) {
            Token token = lexer.next(at);
            if (!passedOver.test(token.kind())) {
                return at;
            }
            at = token.end();
        }
        return at;
    }

    private static boolean isPassedOver(TokenKind kind) {
        return kind.isBlank() || kind == TokenKind.PSQL_COMMAND;
    }

    public List<Token> psqlCommands() {
        return tokens.stream()
                .filter(token -> token.kind() == TokenKind.PSQL_COMMAND)
                .toList();
    }

    /// Whether the data of a `COPY` come next, after space and comments at most.
    ///
    /// @param index of a token
    public boolean hasCopyData(int index) {
        int at = index;
        while (at < tokens.size() && tokens.get(at).kind().isBlank()) {
            at++;
        }
        return at < tokens.size() && tokens.get(at).kind() == TokenKind.COPY_DATA;
    }

    /// The line of a place, counted from 1.
    public int line(int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
