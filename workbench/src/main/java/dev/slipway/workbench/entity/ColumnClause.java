package dev.slipway.workbench.entity;

import dev.slipway.runner.sql.Token;
import dev.slipway.runner.sql.TokenKind;
import java.util.List;

/// A clause of a column's definition, such as `not null`.
///
/// @param definition of which it is a part
record ColumnClause(String definition, List<Token> tokens) {
    ColumnClause {
        tokens = List.copyOf(tokens);
    }

    /// As it stands, in one line.
    String text() {
        return definition
                .substring(tokens.getFirst().start(), tokens.getLast().end())
                .replaceAll("\\R\\s*", " ");
    }

    /// Whether all of it is written into scripts, and compared.
    boolean isKept() {
        if (isNamed()) {
            return tokens.size() > 2 && isKeptConstraint(unnamed());
        }
        return is("not", "null")
                || begins("null")
                || begins("default")
                || begins("collate")
                || is("generated", "by", "default", "as", "identity")
                || is("generated", "always", "as", "identity")
                || isExpression()
                || isKeptConstraint(this);
    }

    /// Whether it says where values come from.
    boolean fills() {
        return begins("default") || begins("generated");
    }

    boolean isReference() {
        return begins("references")
                || (isNamed() && tokens.size() > 2 && unnamed().begins("references"));
    }

    /// The same as a constraint of the table.
    ///
    /// @param column as SQL names it
    String foreignKey(String column) {
        ColumnClause reference = isNamed() ? unnamed() : this;
        String name = isNamed() ? "constraint %s ".formatted(tokens.get(1).in(definition)) : "";
        return "%sforeign key (%s) %s".formatted(name, column, reference.text());
    }

    /// Whether it is one word of these.
    boolean isOneOf(List<String> words) {
        return words.stream().anyMatch(this::is);
    }

    /// What to do instead of saying it here.
    String help() {
        if (is("primary", "key")) {
            return "leave it out of the definition: @Id says it";
        }
        if (begins("generated") && !isExpression()) {
            return "leave what it begins with and how it goes on out of the definition, and write it by hand, in a script"
                    + " of `revision`: there it stays as it is";
        }
        return "leave it out of the definition, and write it by hand, in a script of `revision`: there it stays as it is";
    }

    private static boolean isKeptConstraint(ColumnClause clause) {
        return clause.is("unique")
                || ((clause.begins("check") || clause.begins("references"))
                        && clause.tokens.stream().noneMatch(token -> token.isWord(clause.definition, "enforced")));
    }

    private boolean isExpression() {
        return begins("generated")
                && tokens.size() > 3
                && tokens.get(1).isWord(definition, "always")
                && tokens.get(3).kind() == TokenKind.OPEN;
    }

    private boolean isNamed() {
        return begins("constraint");
    }

    private ColumnClause unnamed() {
        return new ColumnClause(definition, tokens.subList(2, tokens.size()));
    }

    private boolean begins(String word) {
        return tokens.getFirst().isWord(definition, word);
    }

    private boolean is(String... words) {
        if (tokens.size() != words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(i).isWord(definition, words[i])) {
                return false;
            }
        }
        return true;
    }
}
