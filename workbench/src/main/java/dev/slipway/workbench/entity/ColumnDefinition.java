package dev.slipway.workbench.entity;

import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.Token;
import dev.slipway.runner.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody wrote of a column behind its name: the type, and the clauses after it.
///
/// Source: `columnDef` in `gram.y` of PostgreSQL.
final class ColumnDefinition {
    private static final List<String> ALWAYS_BEGIN =
            List.of("constraint", "unique", "primary", "check", "default", "references", "collate");
    /// What follows them goes on: `by default`, `set null`, `is not`.
    private static final List<String> GO_ON = List.of("by", "set", "storage", "compression", "is", "not");
    private static final List<String> BEGIN_BEFORE_A_WORD = List.of("generated", "storage", "compression");

    private static final List<String> SMALL = List.of("smallserial", "serial2");
    private static final List<String> USUAL = List.of("serial", "serial4");
    private static final List<String> BIG = List.of("bigserial", "serial8");

    private final String text;
    private final List<Token> tokens;
    private final List<ColumnClause> clauses = new ArrayList<>();
    private int begin;
    private int depth;

    private ColumnDefinition(String text) {
        this.text = text;
        this.tokens = SqlScript.read(text).significant();
    }

    static ColumnDefinition read(String text) {
        ColumnDefinition definition = new ColumnDefinition(text);
        definition.readClauses();
        return definition;
    }

    /// What stands before all clauses.
    String type() {
        return clauses.isEmpty() ? "" : clauses.getFirst().text();
    }

    /// The first thing that would be lost: it is neither written nor compared.
    Optional<ColumnClause> lost() {
        return clauses.stream().skip(1).filter(clause -> !clause.isKept()).findFirst();
    }

    /// Whether it says where values come from.
    boolean fills() {
        return isCounted() || clauses.stream().anyMatch(ColumnClause::fills);
    }

    /// Whether the type is one of those that PostgreSQL makes a sequence for.
    boolean isCounted() {
        return !clauses.isEmpty() && Stream.of(SMALL, USUAL, BIG).anyMatch(clauses.getFirst()::isOneOf);
    }

    /// What can stand in `create table` before the tables it refers to.
    ///
    /// @param sequence that a counted type takes its values from
    String withoutReference(String sequence) {
        String rest = clauses.stream()
                .skip(1)
                .filter(clause -> !clause.isReference())
                .map(clause -> " " + clause.text())
                .collect(Collectors.joining());
        return isCounted()
                ? "%s not null default nextval('%s')%s".formatted(countedType(), sequence.replace("'", "''"), rest)
                : type() + rest;
    }

    private String countedType() {
        ColumnClause type = clauses.getFirst();
        return type.isOneOf(BIG) ? "bigint" : type.isOneOf(SMALL) ? "smallint" : "integer";
    }

    Optional<ColumnClause> reference() {
        return clauses.stream().filter(ColumnClause::isReference).findFirst();
    }

    private void readClauses() {
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (depth == 0 && endsColumn(token)) {
                end(at);
                end(tokens.size());
                return;
            }
            if (depth == 0 && at > begin && begins(at)) {
                end(at);
            }
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
        }
        end(tokens.size());
    }

    private void end(int next) {
        if (next > begin) {
            clauses.add(new ColumnClause(text, tokens.subList(begin, next)));
        }
        begin = next;
    }

    private boolean begins(int at) {
        boolean isName = isWord(begin, "constraint") && at <= begin + 2;
        if (isName || GO_ON.stream().anyMatch(word -> isWord(at - 1, word))) {
            return false;
        }
        if (isWord(at, "null")) {
            return tokens.get(at - 1).kind() != TokenKind.OPERATOR && !isWord(at - 1, "default");
        }
        if (isWord(at, "not")) {
            return isWord(at + 1, "null");
        }
        if (BEGIN_BEFORE_A_WORD.stream().anyMatch(word -> isWord(at, word))) {
            return at + 1 < tokens.size() && tokens.get(at + 1).kind() == TokenKind.WORD;
        }
        return ALWAYS_BEGIN.stream().anyMatch(word -> isWord(at, word));
    }

    private boolean isWord(int at, String word) {
        return at < tokens.size() && tokens.get(at).isWord(text, word);
    }

    private boolean endsColumn(Token token) {
        return token.kind() == TokenKind.CLOSE
                || token.kind() == TokenKind.SEMICOLON
                || token.kind() == TokenKind.END
                || token.in(text).equals(",");
    }

    private boolean opens(Token token) {
        return token.kind() == TokenKind.OPEN
                || token.isWord(text, "case")
                || token.in(text).equals("[");
    }

    private boolean closes(Token token) {
        return token.kind() == TokenKind.CLOSE
                || token.isWord(text, "end")
                || token.in(text).equals("]");
    }
}
